import { comparedPlacements } from "#db/queries/sync/compared-placements";
import type { FolderRow } from "#db/queries/sync/folders";
import { storedUids } from "#db/queries/sync/placements";
import { quarantinedIn } from "#db/queries/sync/quarantine";
import type { ImapSession, UidRange } from "#server/imap/session";
import { store } from "#server/store";
import { recordFlags } from "../record.ts";
import type { SyncContext } from "../sync-context.ts";
import { checkUidValidity, withFolder, withFolderRow } from "../with-folder.ts";
import { addTally, emptyTally, findDifferences, type Tally } from "./find-differences.ts";
import { uidWindows, type UidWindow } from "./uid-windows.ts";

/** Messages whose flags are asked for at once: others get their turn on the connection in between. */
const windowMax = 2000;
const listingsMax = 3;

export type Look = Tally & {
  /** What the server counts and what it lists, when it lists fewer: then nothing may be taken for deleted. */
  shortListing: { messageCount: number; listedCount: number } | null;
};

/**
 * Compares every UID and every flag of a folder with the server's, window by window.
 * @param mendsFlags whether flags that differ are taken over at once, as a scan of flags does
 */
export async function lookAtFolder(
  context: SyncContext,
  folderId: number,
  mendsFlags: boolean,
  afterWindow: (doneCount: number, totalCount: number) => Promise<void>,
): Promise<Look> {
  const { windows, shortListing } = await withFolderRow(context, folderId, 3, planWindows);
  const total = windows.reduce((sum, window) => sum + window.count, 0);
  const look: Look = { ...emptyTally(), shortListing };
  let done = 0;
  await afterWindow(done, total);
  for (const window of windows) {
    addTally(look, await withFolder(context, folderId, 3, (session, folder) => lookAt(context, session, folder, window, mendsFlags))); // prettier-ignore
    done += window.count;
    await afterWindow(done, total);
  }
  return look;
}

async function planWindows(
  session: ImapSession,
  folder: FolderRow,
): Promise<{ windows: UidWindow[]; shortListing: Look["shortListing"] }> {
  const { uids } = await storedUids(store().read, folder.id, folder.generation);
  let shortListing: Look["shortListing"] = null;
  let listed: number[] = [];
  // Mail that comes or goes between the two answers makes them differ as well: asked again, they agree.
  for (let attempt = 0; attempt < listingsMax; attempt += 1) {
    const selected = await session.select(folder.path);
    checkUidValidity(folder, selected);
    listed = await session.searchUids({ from: 1, to: Infinity });
    const { messageCount } = selected;
    shortListing = listed.length < messageCount ? { messageCount, listedCount: listed.length } : null;
    if (!shortListing) break;
  }
  return { windows: uidWindows(listed.filter(isCovered(folder)), uids, windowMax), shortListing };
}

async function lookAt(
  context: SyncContext,
  session: ImapSession,
  folder: FolderRow,
  range: UidRange,
  mendsFlags: boolean,
): Promise<Tally> {
  const { historySince } = context.account;
  const listed = await session.searchUids(range);
  const recent = historySince ? await session.searchUids(range, historySince) : listed;
  const { rows } = await session.fetchFlags(range);
  // Read after the server has spoken: what an agent did since is pending, and so no difference.
  const stored = await comparedPlacements(store().read, folder, range);
  const aside = await quarantinedIn(store().read, folder.id, folder.generation);
  const tally = findDifferences({
    stored,
    listed: new Set(listed),
    wanted: new Set(recent.filter(isCovered(folder))),
    flags: new Map(rows.map((row) => [row.uid, row])),
    quarantined: new Set(aside.map((row) => row.uid)),
    modseqAnchor: folder.modseqAnchor,
    vanished: await vanishedLately(context, session, folder, range, stored.length > 0),
  });
  if (mendsFlags) await recordFlags(context, folder, tally.flagRows);
  return tally;
}

/** Between the two frontiers everything is to be here; what is newer comes with the next look, what is older with history. */
function isCovered(folder: FolderRow): (uid: number) => boolean {
  const from = folder.backfillFrontier ?? folder.frontier;
  return (uid) => uid >= from && uid < folder.frontier;
}

async function vanishedLately(
  context: SyncContext,
  session: ImapSession,
  folder: FolderRow,
  range: UidRange,
  hasStored: boolean,
): Promise<ReadonlySet<number>> {
  if (!hasStored || !context.capabilities.qresync || folder.modseqAnchor === null) return new Set();
  return new Set((await session.fetchFlags(range, folder.modseqAnchor)).vanished);
}
