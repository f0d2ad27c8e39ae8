import type { Language } from "#lib/contracts/vocabulary";

/** Each by its own name, so that whoever landed in a language they cannot read finds the way out. */
export const languageNames: Record<Language, string> = { en: "English", de: "Deutsch" };
