import type { Metadata } from "next";
import { pageStrings } from "#server/http/page-strings";
import { ConnectPage } from "@/components/accounts/connect/connect-page";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await pageStrings()).accounts.connectForm.title,
});

export default function ConnectAccountPage() {
  return <ConnectPage />;
}
