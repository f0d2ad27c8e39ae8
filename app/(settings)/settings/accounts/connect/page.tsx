import type { Metadata } from "next";
import { strings } from "#lib/strings/strings";
import { ConnectPage } from "@/components/accounts/connect/connect-page";

export const metadata: Metadata = { title: strings.accounts.connectForm.title };

export default function ConnectAccountPage() {
  return <ConnectPage />;
}
