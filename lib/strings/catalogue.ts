import type { Language } from "../contracts/vocabulary.ts";
import { readablePromise } from "../readable-promise.ts";
import { firstEn } from "./first.en.ts";
import type { FirstStrings, RestStrings } from "./strings.ts";

const firsts = new Map<Language, Promise<FirstStrings>>([["en", readablePromise(Promise.resolve(firstEn))]]);
const rests = new Map<Language, Promise<RestStrings>>();

/** The words that a page begins with: English is at hand, others are fetched when they are first wanted. The same promise each time, for `use()`. */
export function firstWords(language: Language): Promise<FirstStrings> {
  return keptIn(firsts, language, loadFirst);
}

/** All other words, fetched when they are first wanted. The same promise each time. */
export function restWords(language: Language): Promise<RestStrings> {
  return keptIn(rests, language, loadRest);
}

function keptIn<Words>(
  loaded: Map<Language, Promise<Words>>,
  language: Language,
  load: (language: Language) => Promise<Words>,
): Promise<Words> {
  const known = loaded.get(language);
  if (known) return known;
  const words = readablePromise(load(language));
  loaded.set(language, words);
  words.catch(() => loaded.delete(language));
  return words;
}

async function loadFirst(language: Language): Promise<FirstStrings> {
  switch (language) {
    case "en":
      return firstEn;
    case "de":
      return (await import("./first.de.ts")).firstDe;
    default:
      return language satisfies never;
  }
}

async function loadRest(language: Language): Promise<RestStrings> {
  switch (language) {
    case "en":
      return (await import("./rest.en.ts")).restEn;
    case "de":
      return (await import("./rest.de.ts")).restDe;
    default:
      return language satisfies never;
  }
}
