import { countStored, updateRunningAccount } from "#db/queries/sync/accounts";
import { folderById, updateFolder, type FolderRow } from "#db/queries/sync/folders";
import { retireFormerPlacements } from "#db/queries/sync/placements";
import { refreshConversations } from "#db/queries/refresh-conversations";
import { now } from "#server/clock";
import { commit } from "#server/events/commit";
import { store } from "#server/store";
import { chooseWindow, windowMax } from "./choose-window.ts";
import { withoutQuarantined } from "./new-mail-pass.ts";
import { readWindow } from "./read-window.ts";
import { commitTo } from "./record.ts";
import { memoryOf, type SyncContext } from "./sync-context.ts";
import { FolderGone, withFolder } from "./with-folder.ts";

const retiredMax = 500;

/** Brings one window of a folder's history, newest first, down to the UID `until`; the last one finishes the folder. */
export async function bringHistory(context: SyncContext, folderId: number, until: number): Promise<void> {
  const memory = memoryOf(context, folderId);
  const backlog = (memory.backlog ??= await searchBacklog(context, folderId));
  const folder = await folderById(store().read, folderId);
  if (!folder) throw new FolderGone();
  const windowAbove = (end: number) => {
    const newest = backlog.slice(Math.max(0, end - windowMax), end).toReversed();
    return chooseWindow(
      memory,
      newest.filter((uid) => uid >= until),
    );
  };
  const window = windowAbove(backlog.length);
  const lowest = window.at(-1);
  if (lowest !== undefined) {
    await readWindow(context, folderId, 3, window, {
      isHistory: true,
      newsSince: newsOf(folder),
      frontier: { backfillFrontier: lowest },
      following: () => windowAbove(backlog.length - window.length),
    });
    backlog.length -= window.length;
  }
  if (backlog.length === 0) await finishHistory(context, folder);
}

/** Everything wanted that lies below what has been brought, ascending. */
export async function searchBacklog(context: SyncContext, folderId: number): Promise<number[]> {
  const { historySince } = context.account;
  return withFolder(context, folderId, 3, async (session, folder) => {
    const top = topOf(folder);
    if (folder.backfillDone || top < 1) return [];
    return withoutQuarantined(folder, await session.searchUids({ from: 1, to: top }, historySince ?? undefined));
  });
}

/** The UID from which on a folder's mail is younger than `since`. */
export async function searchRecent(context: SyncContext, folderId: number, since: Date): Promise<number> {
  return withFolder(context, folderId, 3, async (session, folder) => {
    const top = topOf(folder);
    const [first] = top < 1 ? [] : await session.searchUids({ from: 1, to: top }, since);
    return first ?? top + 1;
  });
}

/** Tells how much history is wanted in all, before it is brought. */
export async function announceBacklog(context: SyncContext): Promise<void> {
  const left = [...context.memory.values()].reduce((sum, memory) => sum + (memory.backlog?.length ?? 0), 0);
  await commit(async (tx, tell) => {
    const done = await countStored(tx, context.account.id);
    await updateRunningAccount(tx, context.account.id, { backfillDone: done, backfillTotal: done + left });
    context.teller.account(tell);
  });
}

const topOf = (folder: FolderRow) => (folder.backfillFrontier ?? folder.frontier) - 1;

/** After a change of UIDVALIDITY all mail is brought anew; what came while that was not known is news nevertheless. */
function newsOf(folder: FolderRow): Date | null {
  return folder.generation > 1 ? folder.lastSyncedAt : null;
}

/** The history is in. What older generations hold and was not found again is gone. */
async function finishHistory(context: SyncContext, folder: FolderRow): Promise<void> {
  let retiredCount = folder.generation > 1 ? retiredMax : 0;
  while (retiredCount === retiredMax) {
    retiredCount = await commitTo(context, folder, async (tx, tell) => {
      const retired = await retireFormerPlacements(tx, folder.id, folder.generation, now(), retiredMax);
      context.teller.conversations(tell, await refreshConversations(tx, retired.conversationIds), true);
      return retired.count;
    });
  }
  memoryOf(context, folder.id).resetCount = 0;
  await commitTo(context, folder, (tx) =>
    updateFolder(tx, folder.id, { backfillFrontier: 1, backfillDone: true, failureCount: 0, failureDetail: "" }),
  );
}
