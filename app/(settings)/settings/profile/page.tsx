import type { Metadata } from "next";
import { strings } from "#lib/strings/strings";
import { ProfilePage } from "@/components/settings/profile-page";

export const metadata: Metadata = { title: strings.settings.pages.profile };

export default function ProfileSettingsPage() {
  return <ProfilePage />;
}
