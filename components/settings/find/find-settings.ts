import { indexText } from "#lib/search/words";
import { settingNames, type SettingName } from "#lib/strings/find.en";
import type { Strings } from "#lib/strings/strings";
import { settingLabels, settingPlaces } from "./setting-places.ts";

export type FoundSetting = { name: SettingName; href: string; label: string; page: string; synonyms: string };

/** Every setting that somebody can get to, in the order of the pages. */
export function listSettings(strings: Strings, isAdmin: boolean): FoundSetting[] {
  const labels = settingLabels(strings);
  const { pages, find } = strings.settings;
  return settingNames
    .filter((name) => isAdmin || settingPlaces[name].isAdmins !== true)
    .map((name) => {
      const { page, path = "", isMarked } = settingPlaces[name];
      const href = `/settings/${page}${path}${isMarked ? `?setting=${name}` : ""}`;
      return { name, href, label: labels[name], page: pages[page], synonyms: find.synonyms[name] };
    });
}

/**
 * Those that have, for each word typed, a word that begins with it: in what they are called, then in where they stand, then in what
 * else people call them. What is typed may have no accents.
 */
export function findSettings(settings: readonly FoundSetting[], typed: string): FoundSetting[] {
  const wanted = wordsIn(typed);
  if (wanted.length === 0) return [];
  const ranked = settings.map((setting) => ({ setting, rank: rankOf(setting, wanted) }));
  return ranked
    .filter(({ rank }) => rank < unfound)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ setting }) => setting);
}

const unfound = 3;

/** How far one has to look for the last of the words; nowhere for what is called just so. */
function rankOf({ label, page, synonyms }: FoundSetting, wanted: string[]): number {
  const places = [label, page, synonyms].map(wordsIn);
  if (places[0]?.join(" ") === wanted.join(" ")) return -1;
  const ranks = wanted.map((word) => {
    const place = places.findIndex((words) => words.some((each) => each.startsWith(word)));
    return place === -1 ? unfound : place;
  });
  return Math.max(...ranks);
}

const wordsIn = (text: string): string[] => indexText(text).split(" ").filter(Boolean);
