import type { ReactNode } from "react";
import { AllWords } from "@/components/language/all-words";

/** Around the pages of who is not signed in. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return <AllWords>{children}</AllWords>;
}
