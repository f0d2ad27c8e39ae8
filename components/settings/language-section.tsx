"use client";

import type { Me } from "#lib/contracts/agent";
import { languages, type Language } from "#lib/contracts/vocabulary";
import { useStrings } from "../language/use-strings.ts";
import { Setting } from "./find/setting.tsx";
import { languageNames } from "./language-names.ts";
import { RadioCards } from "./radio-cards.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { useChangeLanguage } from "./use-change-language.ts";

export function LanguageSection({ me }: { me: Me }) {
  const words = useStrings().settings.profile;
  const change = useChangeLanguage();
  return (
    <Setting name="language">
      <SettingsSection title={words.language} text={words.languageText}>
        <RadioCards<Language | "browser">
          label={words.language}
          hidesLabel
          value={me.language ?? "browser"}
          options={[
            { value: "browser", label: words.languageOfBrowser },
            ...languages.map((value) => ({ value, label: languageNames[value] })),
          ]}
          onValueChange={(value) => change(value === "browser" ? null : value)}
          className="grid-cols-3 max-pair:grid-cols-1"
        />
      </SettingsSection>
    </Setting>
  );
}
