import type { Metadata } from "next";
import { strings } from "#lib/strings/strings";
import { AccountList } from "@/components/accounts/account-list";

export const metadata: Metadata = { title: strings.settings.pages.accounts };

export default function AccountsPage() {
  return <AccountList />;
}
