"use client";

import { use, useEffect, useMemo, type ReactNode } from "react";
import type { PickedLanguage } from "#lib/pick-language";
import { firstWords, restWords } from "#lib/strings/catalogue";
import { whenIdle } from "../ui/when-idle.ts";
import { StringsContext } from "./strings-context.ts";

export type LanguageProviderProps = PickedLanguage & { children: ReactNode };

/**
 * Gives all within it their words. While a catalogue is on its way, what the server wrote stays (at first), or what was there before
 * (when the language is changed): no page is ever seen in another language than it was asked for.
 */
export function LanguageProvider({ language, locale, children }: LanguageProviderProps) {
  const words = use(firstWords(language));
  const strings = useMemo(() => ({ ...words, locale, language }), [words, locale, language]);
  useEffect(() => whenIdle(() => restWords(language)), [language]);
  return <StringsContext value={strings}>{children}</StringsContext>;
}
