import { recountFolder, updateFolder, type FolderRow } from "#db/queries/sync/folders";
import { placementIds, setMissing, storedUids } from "#db/queries/sync/placements";
import { quarantinedIn } from "#db/queries/sync/quarantine";
import { refreshConversations } from "#db/queries/refresh-conversations";
import { now } from "#server/clock";
import { log } from "#server/log";
import type { ImapSession } from "#server/imap/session";
import { store } from "#server/store";
import { isMassVanish } from "./apply-vanished.ts";
import { chooseWindow } from "./choose-window.ts";
import { giveUpStayed } from "./give-up-stayed.ts";
import { readWindow } from "./read-window.ts";
import { listDiffering } from "./comparison/list-differing.ts";
import { commitTo, recordVanished } from "./record.ts";
import { memoryOf, type SyncContext } from "./sync-context.ts";
import { checkUidValidity, withFolder } from "./with-folder.ts";

const logger = log("sync");
const windowMax = 200;

/**
 * Makes the stored UIDs of a folder equal to the server's, whatever else the server has told: what is no longer listed goes, what was
 * taken for gone and is listed comes back, what is listed and not here is fetched.
 * @param why `count`: only the number of messages differs, and in a large folder only the ranges where it does are listed
 */
export async function compareFolder(
  context: SyncContext,
  folderId: number,
  why: "all" | "count" = "all",
): Promise<void> {
  let unknown = await withFolder(context, folderId, 3, (session, folder) => compareUids(context, session, folder, why));
  while (unknown.length > 0) {
    const window = chooseWindow(memoryOf(context, folderId), unknown, windowMax);
    await readWindow(context, folderId, 3, window, { isHistory: true, newsSince: null, frontier: {} });
    unknown = unknown.slice(window.length);
  }
}

/** @returns what has to be fetched */
async function compareUids(
  context: SyncContext,
  session: ImapSession,
  folder: FolderRow,
  why: "all" | "count",
): Promise<number[]> {
  const memory = memoryOf(context, folder.id);
  const movedBefore = new Date(now().getTime() - context.timing.graceMs);
  const stored = await storedUids(store().read, folder.id, folder.generation);
  const narrow = why === "count" ? await listDiffering(context, session, folder, stored.uids) : null;
  const isNarrow = narrow !== null && !isMassVanish(countVanished(stored.uids, narrow), stored.uids.length);
  const listing = isNarrow ? narrow : await listUids(session, folder, stored.uids);
  if (!listing) {
    logger.warn("A server lists fewer messages than it says it has; nothing is taken for deleted.", {
      folderId: folder.id,
    });
    memory.comparedAt = performance.now();
    return [];
  }
  const vanished = stored.uids.filter((uid) => !listing.has(uid));
  const returned = stored.missingUids.filter((uid) => listing.has(uid));
  memory.heldUids = new Set(await recordVanished(context, folder, vanished));
  await commitTo(context, folder, async (tx, tell) => {
    const back = await placementIds(tx, folder.id, folder.generation, returned);
    await setMissing(
      tx,
      back.map((row) => row.id),
      null,
    );
    await recountFolder(tx, folder.id, folder.generation);
    if (!isNarrow) await updateFolder(tx, folder.id, { lastComparedAt: now() });
    const stayed = await giveUpStayed(tx, folder, movedBefore, listing);
    const touched = [...back.map((row) => row.conversationId), ...stayed];
    context.teller.conversations(tell, await refreshConversations(tx, touched), false);
  });
  memory.comparedAt = performance.now();
  return unknownUids(context, session, folder, listing, [...stored.uids, ...stored.missingUids]);
}

/**
 * What the server lists, or null when that cannot be all: deletions in great number are believed only when the same search says so
 * twice and counts as many messages as SELECT does.
 */
async function listUids(session: ImapSession, folder: FolderRow, known: number[]): Promise<Set<number> | null> {
  const all = { from: 1, to: Infinity };
  const first = new Set(await session.searchUids(all));
  const vanishedCount = countVanished(known, first);
  if (vanishedCount === 0 || !isMassVanish(vanishedCount, known.length)) return first;
  const selected = await session.select(folder.path);
  checkUidValidity(folder, selected);
  const second = new Set(await session.searchUids(all));
  return second.size === selected.messageCount && countVanished(known, second) === vanishedCount ? second : null;
}

const countVanished = (known: readonly number[], listing: ReadonlySet<number>) =>
  known.filter((uid) => !listing.has(uid)).length;

async function unknownUids(
  context: SyncContext,
  session: ImapSession,
  folder: FolderRow,
  listing: Set<number>,
  known: number[],
): Promise<number[]> {
  const set = new Set(known);
  const from = folder.backfillFrontier ?? folder.frontier;
  const isCovered = (uid: number) => uid >= from && uid < folder.frontier;
  const unknown = [...listing].filter((uid) => isCovered(uid) && !set.has(uid));
  if (unknown.length === 0) return [];
  const aside = new Set((await quarantinedIn(store().read, folder.id, folder.generation)).map((row) => row.uid));
  const { historySince } = context.account;
  const wanted = historySince
    ? new Set(await session.searchUids({ from, to: folder.frontier - 1 }, historySince))
    : listing;
  return unknown.filter((uid) => !aside.has(uid) && wanted.has(uid));
}
