/** Sets of UIDs as IMAP writes them (RFC 3501 §9, sequence-set). */
import type { UidRange } from "./session.ts";

const uidMax = 4_294_967_295;
// Servers accept command lines of 8,000 octets at least (RFC 2683 §3.2.1.5).
const setTextMax = 7000;

/** As few sets as fit into command lines, each ascending and of `countMax` UIDs at most. */
export function packUids(uids: number[], countMax: number | null = null): string[] {
  const sorted = [...new Set(uids)].sort((a, b) => a - b);
  if (countMax === null || sorted.length <= countMax) return packSorted(sorted);
  const packs: string[] = [];
  for (let at = 0; at < sorted.length; at += countMax) packs.push(...packSorted(sorted.slice(at, at + countMax)));
  return packs;
}

function packSorted(sorted: number[]): string[] {
  const sets: string[] = [];
  let current = "";
  for (const { from, to } of runsOf(sorted)) {
    const text = from === to ? String(from) : `${from}:${to}`;
    if (current && current.length + text.length + 1 > setTextMax) {
      sets.push(current);
      current = "";
    }
    current += current ? `,${text}` : text;
  }
  if (current) sets.push(current);
  return sets;
}

export const rangeText = ({ from, to }: UidRange): string => `${from}:${to >= uidMax ? "*" : to}`;

/** Whatever of the text is a valid set; `*` and anything malformed is left out. */
export function parseUidSet(text: string): UidRange[] {
  return text.split(",").flatMap((part) => {
    const match = /^(\d{1,10})(?::(\d{1,10}))?$/.exec(part.trim());
    if (!match) return [];
    const first = Number(match[1]);
    const second = Number(match[2] ?? match[1]);
    const range = { from: Math.min(first, second), to: Math.max(first, second) };
    return range.from >= 1 && range.to <= uidMax ? [range] : [];
  });
}

export const countUids = (ranges: UidRange[]): number =>
  ranges.reduce((count, { from, to }) => count + to - from + 1, 0);

/** The UIDs of a server's ranges that lie inside `within`, ascending, each once; so no answer is larger than what was asked. */
export function expandRanges(ranges: UidRange[], within: UidRange): number[] {
  const uids: number[] = [];
  for (const range of ranges) {
    const last = Math.min(range.to, within.to);
    for (let uid = Math.max(range.from, within.from); uid <= last; uid += 1) uids.push(uid);
  }
  return [...new Set(uids)].sort((a, b) => a - b);
}

function* runsOf(sorted: number[]): Generator<UidRange> {
  let run: UidRange | null = null;
  for (const uid of sorted) {
    if (run && uid === run.to + 1) run.to = uid;
    else {
      if (run) yield run;
      run = { from: uid, to: uid };
    }
  }
  if (run) yield run;
}
