/**
 * MESSAGELIMIT (RFC 9738): a server that takes so many messages at once and no more does the first part of a command, answers OK, and
 * names the UID where it stopped. Taken for the whole, such an answer would mean that the others are gone.
 */
import { ImapError } from "./errors.ts";
import { tokenNumber } from "./response-tokens.ts";
import type { Answer } from "./run-command.ts";
import type { UidRange } from "./session.ts";
import { parseUidSet, rangeText } from "./uid-set.ts";

/** How many messages a server takes at once, as it announces; null where it names no limit. */
export function messageLimit(capabilities: Iterable<string>): number | null {
  for (const name of capabilities) {
    const match = /^MESSAGELIMIT=(\d{1,9})$/i.exec(name);
    if (match) return Math.max(1, Number(match[1]));
  }
  return null;
}

/**
 * What is left of a set of UIDs after an answer; null when all of it was done.
 * @param lowestDone the lowest UID that was told of in answer to it, if any
 * @throws ImapError when the server does not say where it stopped
 */
export function restAfter(answer: Answer, set: string, lowestDone: number | null): string | null {
  if (answer.code !== "MESSAGELIMIT") return null;
  const stoppedAt = tokenNumber(answer.values[1]);
  const ranges = parseUidSet(set.replaceAll("*", String(uidMax)));
  const isInside = ranges.some(({ from, to }) => stoppedAt !== null && stoppedAt >= from && stoppedAt <= to);
  if (stoppedAt === null || !isInside) {
    throw new ImapError("protocol", "MESSAGELIMIT", "The mail server did a part of what was asked, and not say which.");
  }
  // From the newest down, as it should; one that goes upwards has told of something below.
  const isUpwards = lowestDone !== null && lowestDone < stoppedAt;
  const left = isUpwards ? { from: stoppedAt + 1, to: Infinity } : { from: 1, to: stoppedAt - 1 };
  const rest = ranges.map((range) => within(range, left)).filter(({ from, to }) => from <= to);
  return rest.length > 0 ? rest.map(textOf).join(",") : null;
}

const uidMax = 4_294_967_295;

const within = (range: UidRange, limits: UidRange): UidRange => ({
  from: Math.max(range.from, limits.from),
  to: Math.min(range.to, limits.to),
});

const textOf = (range: UidRange) => (range.from === range.to ? String(range.from) : rangeText(range));
