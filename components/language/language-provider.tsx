"use client";

import { use, useMemo, type ReactNode } from "react";
import type { PickedLanguage } from "#lib/pick-language";
import { catalogue } from "#lib/strings/catalogue";
import { StringsContext } from "./strings-context.ts";

export type LanguageProviderProps = PickedLanguage & { children: ReactNode };

/**
 * Gives all within it their words. While a catalogue is on its way, what the server wrote stays (at first), or what was there before
 * (when the language is changed): no page is ever seen in another language than it was asked for.
 */
export function LanguageProvider({ language, locale, children }: LanguageProviderProps) {
  const words = use(catalogue(language));
  const strings = useMemo(() => ({ ...words, locale }), [words, locale]);
  return <StringsContext value={strings}>{children}</StringsContext>;
}
