import { SettingsIndex } from "@/components/settings/settings-index";

export default function SettingsIndexPage() {
  return <SettingsIndex />;
}
