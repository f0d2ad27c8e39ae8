"use client";

import { useQuery } from "@tanstack/react-query";
import { meOptions } from "#lib/query/agents";
import { strings } from "#lib/strings/strings";
import { AppearanceSection } from "./appearance-section.tsx";
import { PasswordSection } from "./password-section.tsx";
import { ProfileForm } from "./profile-form.tsx";
import { ReadState } from "./read-state.tsx";
import { SettingsPage } from "./settings-page.tsx";

const words = strings.settings.profile;

export function ProfilePage() {
  const me = useQuery(meOptions());
  return (
    <SettingsPage title={strings.settings.pages.profile} text={words.text} isNarrow>
      <ReadState query={me}>{(current) => <ProfileForm me={current} />}</ReadState>
      <hr className="border-line" />
      <AppearanceSection />
      <hr className="border-line" />
      <PasswordSection />
    </SettingsPage>
  );
}
