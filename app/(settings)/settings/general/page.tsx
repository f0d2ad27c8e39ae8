import type { Metadata } from "next";
import { strings } from "#lib/strings/strings";
import { requireAdmin } from "#server/auth/current-agent";
import { GeneralPage } from "@/components/settings/general-page";

export const metadata: Metadata = { title: strings.settings.pages.general };

export default async function GeneralSettingsPage() {
  await requireAdmin();
  return <GeneralPage />;
}
