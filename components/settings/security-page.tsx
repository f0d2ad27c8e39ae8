import { strings } from "#lib/strings/strings";
import { SessionsSection } from "./sessions-section.tsx";
import { SettingsPage } from "./settings-page.tsx";
import { TokensSection } from "./tokens-section.tsx";

export function SecurityPage() {
  return (
    <SettingsPage title={strings.settings.pages.security} text={strings.settings.security.text} isNarrow>
      <SessionsSection />
      <TokensSection />
    </SettingsPage>
  );
}
