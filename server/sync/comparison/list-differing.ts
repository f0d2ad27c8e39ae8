import { quarantinedIn } from "#db/queries/sync/quarantine";
import type { FolderRow } from "#db/queries/sync/folders";
import type { ImapSession } from "#server/imap/session";
import { store } from "#server/store";
import type { SyncContext } from "../sync-context.ts";
import { differingRanges } from "./differing-ranges.ts";

/** A list of so many runs of UIDs is some 50 KB; below, counting would save nothing. */
const runsMin = 5000;

/**
 * What a server lists of a folder whose number of messages is another than ours: asked only where counting shows a difference, the rest taken
 * to be as it is stored.
 * @param stored ascending
 * @returns null when everything has to be listed
 */
export async function listDiffering(
  context: SyncContext,
  session: ImapSession,
  folder: FolderRow,
  stored: readonly number[],
): Promise<Set<number> | null> {
  if (!folder.backfillDone || context.account.historySince !== null) return null;
  if (!context.capabilities.esearch || runCount(stored) < runsMin) return null;
  const aside = (await quarantinedIn(store().read, folder.id, folder.generation)).map((row) => row.uid);
  const known = [...new Set([...stored, ...aside])].filter((uid) => uid < folder.frontier).sort((a, b) => a - b);
  const within = { from: 1, to: folder.frontier - 1 };
  const ranges = await differingRanges(known, within, (range) => session.countUids(range));
  if (!ranges) return null;
  const isIn = (uid: number) => ranges.some(({ from, to }) => uid >= from && uid <= to);
  const listing = new Set(stored.filter((uid) => !isIn(uid)));
  for (const range of ranges) for (const uid of await session.searchUids(range)) listing.add(uid);
  return listing;
}

function runCount(uids: readonly number[]): number {
  let count = 0;
  uids.forEach((uid, at) => (count += at === 0 || uids[at - 1] !== uid - 1 ? 1 : 0));
  return count;
}
