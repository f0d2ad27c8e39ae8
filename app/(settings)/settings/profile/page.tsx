import type { Metadata } from "next";
import { pageStrings } from "#server/http/page-strings";
import { ProfilePage } from "@/components/settings/profile-page";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await pageStrings()).settings.pages.profile,
});

export default function ProfileSettingsPage() {
  return <ProfilePage />;
}
