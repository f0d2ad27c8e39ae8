import type { Metadata } from "next";
import { requireAdmin } from "#server/auth/current-agent";
import { pageStrings } from "#server/http/page-strings";
import { MailSignInPage } from "@/components/settings/mail-sign-in-page";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await pageStrings()).settings.pages["mail-sign-in"],
});

export default async function MailSignInSettingsPage() {
  await requireAdmin();
  return <MailSignInPage />;
}
