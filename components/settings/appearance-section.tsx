"use client";

import { useDensity } from "../inbox/use-density.ts";
import { useStrings } from "../language/use-strings.ts";
import { themes, useTheme } from "../ui/use-theme.ts";
import { Setting } from "./find/setting.tsx";
import { RadioCards } from "./radio-cards.tsx";
import { SettingsSection } from "./settings-section.tsx";

export function AppearanceSection() {
  const strings = useStrings();
  const words = strings.settings.profile;
  const themeOptions = themes.map((value) => ({ value, label: strings.common.theme[value] }));
  const densityOptions = [
    { value: "comfortable", label: words.comfortable },
    { value: "compact", label: words.compact },
  ] as const;
  const [theme, setTheme] = useTheme();
  const [density, setDensity] = useDensity();
  return (
    <SettingsSection title={words.appearance} text={words.appearanceText}>
      <Setting name="theme">
        <RadioCards
          label={words.theme}
          value={theme}
          options={themeOptions}
          onValueChange={setTheme}
          className="grid-cols-3 max-pair:grid-cols-1"
        />
      </Setting>
      <Setting name="density">
        <RadioCards
          label={words.density}
          value={density}
          options={densityOptions}
          onValueChange={setDensity}
          className="grid-cols-3 max-pair:grid-cols-1"
        />
      </Setting>
    </SettingsSection>
  );
}
