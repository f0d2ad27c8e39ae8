"use client";

import { useQuery } from "@tanstack/react-query";
import { meOptions } from "#lib/query/agents";
import { useStrings } from "../language/use-strings.ts";
import { AppearanceSection } from "./appearance-section.tsx";
import { LanguageSection } from "./language-section.tsx";
import { PasswordSection } from "./password-section.tsx";
import { ProfileForm } from "./profile-form.tsx";
import { ReadState } from "./read-state.tsx";
import { SettingsPage } from "./settings-page.tsx";

export function ProfilePage() {
  const strings = useStrings();
  const words = strings.settings.profile;
  const me = useQuery(meOptions());
  return (
    <SettingsPage title={strings.settings.pages.profile} text={words.text} isNarrow>
      <ReadState query={me}>{(current) => <ProfileForm me={current} />}</ReadState>
      <hr className="border-line" />
      <ReadState query={me}>{(current) => <LanguageSection me={current} />}</ReadState>
      <hr className="border-line" />
      <AppearanceSection />
      <hr className="border-line" />
      <PasswordSection />
    </SettingsPage>
  );
}
