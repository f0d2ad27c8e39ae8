import type { Metadata } from "next";
import { pageStrings } from "#server/http/page-strings";
import { SettingsIndex } from "@/components/settings/settings-index";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await pageStrings()).settings.title });

export default function SettingsIndexPage() {
  return <SettingsIndex />;
}
