/** What is the same here and on the server, and what is not, of one range of a folder: decided from both sides' words and nothing else. */
import type { ComparedPlacement } from "#db/queries/sync/compared-placements";
import type { FolderDifference } from "#lib/contracts/sync-health";
import { joinFlags, splitFlags } from "#lib/mail/flags";
import type { FlagRow } from "#server/imap/session";

export type Difference = Omit<FolderDifference, "isMended">;

export type Tally = {
  totalCount: number;
  equalCount: number;
  pendingCount: number;
  newsCount: number;
  quarantinedCount: number;
  differences: Difference[];
  /** What the server says of those whose flags differ. */
  flagRows: FlagRow[];
};

export type BothSides = {
  stored: ComparedPlacement[];
  /** UIDs that the server lists. */
  listed: ReadonlySet<number>;
  /** Those of them that are to be here. */
  wanted: ReadonlySet<number>;
  flags: ReadonlyMap<number, FlagRow>;
  quarantined: ReadonlySet<number>;
  /** The server has told of nothing after this; null where it cannot tell. */
  modseqAnchor: bigint | null;
  /** Expunged since then, as the server says. */
  vanished: ReadonlySet<number>;
};

export function findDifferences(sides: BothSides): Tally {
  const tally = emptyTally();
  const here = new Map(sides.stored.map((row) => [row.uid, row]));
  const uids = [...sides.stored.filter((row) => !row.isMissing).map((row) => row.uid), ...sides.wanted];
  for (const uid of new Set(uids)) judge(tally, sides, uid, here.get(uid));
  return tally;
}

export function emptyTally(): Tally {
  const counts = { totalCount: 0, equalCount: 0, pendingCount: 0, newsCount: 0, quarantinedCount: 0 };
  return { ...counts, differences: [], flagRows: [] };
}

export function addTally(sum: Tally, part: Tally): void {
  sum.totalCount += part.totalCount;
  sum.equalCount += part.equalCount;
  sum.pendingCount += part.pendingCount;
  sum.newsCount += part.newsCount;
  sum.quarantinedCount += part.quarantinedCount;
  sum.differences.push(...part.differences);
}

function judge(tally: Tally, sides: BothSides, uid: number, here: ComparedPlacement | undefined): void {
  tally.totalCount += 1;
  if (here?.isPending) tally.pendingCount += 1;
  else if (!here || here.isMissing) judgeAbsent(tally, sides, uid);
  else if (!sides.listed.has(uid)) {
    if (sides.vanished.has(uid)) tally.newsCount += 1;
    else tally.differences.push({ uid, kind: "only-here", here: flagsOf(here), there: [] });
  } else judgeFlags(tally, sides, uid, here);
}

function judgeAbsent(tally: Tally, { quarantined, flags }: BothSides, uid: number): void {
  if (quarantined.has(uid)) tally.quarantinedCount += 1;
  else tally.differences.push({ uid, kind: "only-there", here: [], there: toldFlags(flags.get(uid)) });
}

function judgeFlags(tally: Tally, { flags, modseqAnchor }: BothSides, uid: number, here: ComparedPlacement): void {
  const there = flags.get(uid);
  if (!there) tally.differences.push({ uid, kind: "unanswered", here: flagsOf(here), there: [] });
  else if (isSame(here, there)) tally.equalCount += 1;
  else if (there.modseq !== null && modseqAnchor !== null && there.modseq > modseqAnchor) tally.newsCount += 1;
  else {
    tally.differences.push({
      uid,
      kind: "flags",
      here: [...flagsOf(here), ...labelsOf(here, there)],
      there: [...toldFlags(there), ...(there.labels ?? [])],
    });
    tally.flagRows.push(there);
  }
}

function isSame(here: ComparedPlacement, there: FlagRow): boolean {
  const told = splitFlags(there.flags);
  return (
    told.seen === Boolean(here.seen) &&
    told.flagged === Boolean(here.flagged) &&
    told.answered === Boolean(here.answered) &&
    told.draft === Boolean(here.draft) &&
    told.deleted === Boolean(here.deleted) &&
    JSON.stringify(told.keywords) === here.keywords &&
    (!there.labels || JSON.stringify(there.labels) === here.labels)
  );
}

function flagsOf(here: ComparedPlacement): string[] {
  const { seen, flagged, answered, draft, deleted } = here;
  return joinFlags({
    seen: Boolean(seen),
    flagged: Boolean(flagged),
    answered: Boolean(answered),
    draft: Boolean(draft),
    deleted: Boolean(deleted),
    keywords: listIn(here.keywords),
  });
}

const toldFlags = (row: FlagRow | undefined) => (row ? joinFlags(splitFlags(row.flags)) : []);

const labelsOf = (here: ComparedPlacement, there: FlagRow) => (there.labels ? listIn(here.labels) : []);

function listIn(text: string): string[] {
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? value.map(String) : [];
}
