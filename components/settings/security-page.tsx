"use client";

import { useStrings } from "../language/use-strings.ts";
import { SessionsSection } from "./sessions-section.tsx";
import { SettingsPage } from "./settings-page.tsx";
import { TokensSection } from "./tokens-section.tsx";

export function SecurityPage() {
  const strings = useStrings();
  return (
    <SettingsPage title={strings.settings.pages.security} text={strings.settings.security.text} isNarrow>
      <SessionsSection />
      <TokensSection />
    </SettingsPage>
  );
}
