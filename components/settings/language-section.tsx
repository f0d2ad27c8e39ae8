"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import type { Me } from "#lib/contracts/agent";
import { languages } from "#lib/contracts/vocabulary";
import { useChangeMe } from "#lib/query/change-me";
import { useStrings } from "../language/use-strings.ts";
import { RadioCards } from "./radio-cards.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { useTellFailure } from "./use-tell-failure.ts";

/** Each by its own name, so that whoever landed in a language they cannot read finds the way out. */
const names = { en: "English", de: "Deutsch" };

export function LanguageSection({ me }: { me: Me }) {
  const words = useStrings().settings.profile;
  const tellFailure = useTellFailure();
  const change = useChangeMe();
  const router = useRouter();
  const [, startTransition] = useTransition();
  const handleChange = (value: "browser" | keyof typeof names) =>
    change.mutate(
      { language: value === "browser" ? null : value },
      // The server writes the page anew in the language; it changes in one go when the words are here.
      { onSuccess: () => startTransition(() => router.refresh()), onError: tellFailure },
    );
  return (
    <SettingsSection title={words.language} text={words.languageText}>
      <RadioCards
        label={words.language}
        value={me.language ?? "browser"}
        options={[
          { value: "browser", label: words.languageOfBrowser },
          ...languages.map((value) => ({ value, label: names[value] })),
        ]}
        onValueChange={handleChange}
        className="grid-cols-3 max-pair:grid-cols-1"
      />
    </SettingsSection>
  );
}
