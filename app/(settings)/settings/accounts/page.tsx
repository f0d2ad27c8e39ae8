import type { Metadata } from "next";
import { pageStrings } from "#server/http/page-strings";
import { AccountList } from "@/components/accounts/account-list";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await pageStrings()).settings.pages.accounts,
});

export default function AccountsPage() {
  return <AccountList />;
}
