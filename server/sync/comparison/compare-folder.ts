import type { FolderDifference } from "#lib/contracts/sync-health";
import { compareFolder } from "../compare-pass.ts";
import { WindowUnreadable } from "../read-window.ts";
import type { SyncContext } from "../sync-context.ts";
import type { Difference, Tally } from "./find-differences.ts";
import { lookAtFolder, type Look } from "./look-at-folder.ts";

/** Named one by one; all of them are counted and mended. */
const namedMax = 50;
const flagsNamedMax = 12;
const flagLengthMax = 60;
/** A message that cannot be read is found by halves: a window of 200 takes eight attempts. */
const attemptsMax = 12;

export type FolderOutcome = Omit<Tally, "differences" | "flagRows"> & {
  differenceCount: number;
  mendedCount: number;
  differences: FolderDifference[];
  detail: string;
};

/**
 * Compares a folder with the server and mends what differs by the ordinary passes; then looks again, so that what is said to be mended
 * is. Where the server's answer cannot be all there is, nothing is taken for deleted.
 */
export async function compareWholly(
  context: SyncContext,
  folderId: number,
  afterWindow: (doneCount: number, totalCount: number) => Promise<void>,
): Promise<FolderOutcome> {
  const first = await lookAtFolder(context, folderId, true, afterWindow);
  const isEqual = first.differences.length === 0;
  // What is on its way for too long may never have left.
  const isDoubtful = first.pendingCount > 0 || first.differences.some((one) => !isMendedByFlags(one));
  if (isDoubtful && !first.shortListing) await mendUids(context, folderId);
  const last = isEqual && !isDoubtful ? first : await lookAtFolder(context, folderId, false, async () => undefined);
  const left = new Set(last.differences.map((one) => one.uid));
  const found = first.differences.filter((one) => one.kind !== "unanswered" || left.has(one.uid));
  const { totalCount, equalCount, pendingCount, newsCount, quarantinedCount } = last;
  return {
    totalCount,
    equalCount,
    pendingCount,
    newsCount,
    quarantinedCount,
    differenceCount: found.length,
    mendedCount: found.filter((one) => !left.has(one.uid)).length,
    differences: found.slice(0, namedMax).map((one) => named(one, !left.has(one.uid))),
    detail: doubtOf(first),
  };
}

const isMendedByFlags = ({ kind }: Difference) => kind === "flags" || kind === "unanswered";

async function mendUids(context: SyncContext, folderId: number): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await compareFolder(context, folderId);
    } catch (error) {
      if (!(error instanceof WindowUnreadable) || attempt === attemptsMax) throw error;
    }
  }
}

function named({ uid, kind, here, there }: Difference, isMended: boolean): FolderDifference {
  const short = (flags: string[]) => flags.slice(0, flagsNamedMax).map((flag) => flag.slice(0, flagLengthMax));
  return { uid, kind, here: short(here), there: short(there), isMended };
}

function doubtOf({ shortListing, differences }: Look): string {
  if (!shortListing || differences.length === 0) return "";
  const { messageCount, listedCount } = shortListing;
  return `The server says that it has ${messageCount} messages and lists ${listedCount}. Nothing is taken for deleted.`;
}
