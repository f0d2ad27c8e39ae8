import { firstWords, restWords } from "#lib/strings/catalogue";
import type { Strings } from "#lib/strings/strings";
import { currentLanguage } from "./current-language.ts";

/** The words for what the server itself writes on a page, such as its title. Components ask `useStrings()`. */
export async function pageStrings(): Promise<Strings> {
  const { language, locale } = await currentLanguage();
  return { ...(await firstWords(language)), ...(await restWords(language)), locale };
}
