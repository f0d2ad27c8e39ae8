import type { Metadata } from "next";
import { requireAdmin } from "#server/auth/current-agent";
import { pageStrings } from "#server/http/page-strings";
import { GeneralPage } from "@/components/settings/general-page";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await pageStrings()).settings.pages.general,
});

export default async function GeneralSettingsPage() {
  await requireAdmin();
  return <GeneralPage />;
}
