import type { Language } from "../contracts/vocabulary.ts";
import { en } from "./en.ts";
import type { Strings } from "./strings.ts";

const loaded = new Map<Language, Promise<Strings>>([["en", Promise.resolve(en)]]);

/** The words of a language: English is at hand, others are fetched when they are first wanted. The same promise each time, for `use()`. */
export function catalogue(language: Language): Promise<Strings> {
  const known = loaded.get(language);
  if (known) return known;
  const words = load(language);
  loaded.set(language, words);
  words.catch(() => loaded.delete(language));
  return words;
}

async function load(language: Language): Promise<Strings> {
  switch (language) {
    case "en":
      return en;
    case "de":
      return (await import("./de.ts")).de;
    default:
      return language satisfies never;
  }
}
