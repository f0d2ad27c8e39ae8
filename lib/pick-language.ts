import { languages, type Language } from "./contracts/vocabulary.ts";

/** What a page is written in, and the locale that its dates and numbers follow: `en` with `en-US`, say. */
export type PickedLanguage = { language: Language; locale: string };

const usualLocales: Record<Language, string> = { en: "en-GB", de: "de-DE" };

/**
 * The agent's choice, else the first language of ours that the browser asks for, else English.
 * @param acceptLanguage RFC 9110 §12.5.4: `de-AT,de;q=0.9,en;q=0.8`
 */
export function pickLanguage(acceptLanguage: string, chosen: Language | null): PickedLanguage {
  const wished = wishesOf(acceptLanguage);
  const language = chosen ?? wished.map(languageOf).find((each) => each !== undefined) ?? languages[0];
  return {
    language,
    locale: wished.find((tag) => languageOf(tag) === language && tag !== language) ?? usualLocales[language],
  };
}

/** Well-formed tags without their extensions, the most wanted first. */
function wishesOf(header: string): string[] {
  return header
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";").map((piece) => piece.trim());
      const quality = parameters.find((each) => /^q=/i.test(each))?.slice(2) ?? "1";
      return { tag: baseOf(tag), quality: Number(quality) || 0 };
    })
    .filter(({ tag, quality }) => tag !== "" && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

function baseOf(tag: string): string {
  try {
    return new Intl.Locale(tag).baseName;
  } catch {
    return ""; // `*`, or no tag at all.
  }
}

function languageOf(tag: string): Language | undefined {
  return languages.find((language) => tag === language || tag.startsWith(`${language}-`));
}
