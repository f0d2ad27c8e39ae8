import { instantIn, zoneNames } from "./zones.ts";

export type FoundTime = {
  start: number;
  end: number;
  at: Date;
  /** The text names the day; without one it is the day on which the mail was sent. */
  hasDate: boolean;
};

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthWord = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
const day = [
  "(?<iso>\\d{4}-\\d{2}-\\d{2})",
  `(?<d1>\\d{1,2})(?:st|nd|rd|th)?\\.? (?<m1>${monthWord})(?:,? (?<y1>\\d{4}))?`,
  `(?<m2>${monthWord}) (?<d2>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<y2>\\d{4}))?`,
].join("|");
const zone = `(?:UTC|GMT) ?[+\\-−]\\d{1,2}(?::?\\d{2})?|(?:${zoneNames.join("|")})(?![A-Za-z])|Z(?![A-Za-z])|[+\\-−]\\d{2}:?\\d{2}(?!\\d)`;
const pattern = new RegExp(
  `(?<![\\d:.])(?:(?:${day})(?:T|,? (?:at|um|@)? ?|, ))?(?<hour>\\d{1,2})(?:[:.h](?<minute>\\d{2})(?::\\d{2}(?:\\.\\d{1,6})?)?)?(?<half> ?[ap]\\.?m\\.?)?(?: Uhr| h)? ?\\(?(?<zone>${zone})\\)?`,
  "giu",
);

const foundMax = 50;
const charactersMax = 50_000;

/**
 * Times with an explicit zone that mean one instant: `2026-02-02T10:00Z`, `15:00 CET`, `Feb 2, 3pm PST`. A bare `3 PST`, a zone of several meanings,
 * and a number with an offset but no day are left alone.
 * @param sentAt when the mail was written, for what it leaves out
 */
export function findTimes(text: string, sentAt: Date): FoundTime[] {
  const found: FoundTime[] = [];
  for (const match of text.slice(0, charactersMax).matchAll(pattern)) {
    const at = instantOf(match.groups ?? {}, sentAt);
    if (at && found.length < foundMax)
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        at,
        hasDate: dayOf(match.groups ?? {}, sentAt) !== null,
      });
  }
  return found;
}

type Groups = Record<string, string | undefined>;

function instantOf(groups: Groups, sentAt: Date): Date | null {
  const clock = clockOf(groups);
  const name = groups["zone"] ?? "";
  const named = dayOf(groups, sentAt);
  if (named === null && (groups["iso"] ?? groups["m1"] ?? groups["m2"]) !== undefined) return null;
  const isSpelled = /^[A-Z]{2,4}/i.test(name);
  // `10:00 -0500` without a day may be a range; `Z` and `ET` in small letters are words.
  if (clock === null || (named === null && !isSpelled) || (isSpelled && name !== name.toUpperCase())) return null;
  const sentDay = instantIn(name, sentAt.getTime());
  if (sentDay === null) return null;
  // The day it was in that zone: its clock shows as much more than UTC as its midnight is earlier.
  const wallNow = new Date(2 * sentAt.getTime() - sentDay.getTime());
  const base = named ?? Date.UTC(wallNow.getUTCFullYear(), wallNow.getUTCMonth(), wallNow.getUTCDate());
  return instantIn(name, base + clock);
}

/** Milliseconds into the day. */
function clockOf({ hour = "", minute, half }: Groups): number | null {
  const hours = Number(hour);
  const minutes = Number(minute ?? 0);
  if (minutes > 59 || (minute === undefined && half === undefined)) return null;
  if (half === undefined) return hours > 23 ? null : (hours * 60 + minutes) * 60_000;
  if (hours < 1 || hours > 12) return null;
  return (((hours % 12) + (/p/i.test(half) ? 12 : 0)) * 60 + minutes) * 60_000;
}

/** Midnight of the named day as if it were UTC. A day without a year is the one nearest to the mail. */
function dayOf({ iso, d1, m1, y1, d2, m2, y2 }: Groups, sentAt: Date): number | null {
  if (iso !== undefined)
    return validDay(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10)));
  const word = m1 ?? m2;
  if (word === undefined) return null;
  const month = months.indexOf(word.slice(0, 3).toLowerCase());
  const date = Number(d1 ?? d2);
  const year = y1 ?? y2;
  if (year !== undefined) return validDay(Number(year), month, date);
  const around = [-1, 0, 1].map((shift) => validDay(sentAt.getUTCFullYear() + shift, month, date));
  const near = around.filter((at) => at !== null);
  return near.toSorted((a, b) => Math.abs(a - sentAt.getTime()) - Math.abs(b - sentAt.getTime()))[0] ?? null;
}

function validDay(year: number, month: number, date: number): number | null {
  const at = new Date(Date.UTC(year, month, date));
  return at.getUTCMonth() === month && at.getUTCDate() === date ? at.getTime() : null;
}
