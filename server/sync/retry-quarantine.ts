import { folderById, type FolderRow } from "#db/queries/sync/folders";
import { dueQuarantine, putInQuarantine, releaseFromQuarantine, type QuarantineRow } from "#db/queries/sync/quarantine";
import { now } from "#server/clock";
import { store } from "#server/store";
import { stillListed } from "./fetch-window.ts";
import { commitTo, recordMessages } from "./record.ts";
import { memoryOf, type SyncContext } from "./sync-context.ts";
import { keepApart } from "./visit-folder.ts";
import { withFolder } from "./with-folder.ts";

const newsMs = 24 * 60 * 60 * 1000;

/** Tries again to read what was set aside and is due. */
export async function retryQuarantine(context: SyncContext): Promise<void> {
  for (const row of await dueQuarantine(store().read, context.account.id, now())) {
    const folder = await folderById(store().read, row.folderId);
    if (!folder || folder.generation !== row.generation) continue;
    await keepApart(context, folder.id, () => retry(context, folder, row));
  }
}

async function retry(context: SyncContext, folder: FolderRow, row: QuarantineRow): Promise<void> {
  // Counted before it is tried: it may end the connection, or the process.
  const attemptCount = row.attemptCount + 1;
  const ladder = context.timing.quarantineMs;
  const waitMs = ladder[Math.min(row.attemptCount, ladder.length - 1)] ?? 0;
  const nextAttemptAt = new Date(now().getTime() + waitMs);
  await commitTo(context, folder, (tx) => putInQuarantine(tx, { ...row, attemptCount, nextAttemptAt }));
  await withFolder(context, folder.id, 3, async (session, current) => {
    const isListed = (await stillListed(session, [row.uid])).length > 0;
    const { killers } = memoryOf(context, folder.id);
    const skipCount = killers.get(row.uid) ?? 0;
    killers.set(row.uid, skipCount + 1);
    const message = isListed ? await session.fetchHeadersDegraded(row.uid, skipCount) : null;
    killers.delete(row.uid);
    if (isListed && !message) return;
    await commitTo(context, current, (tx) => releaseFromQuarantine(tx, current.id, [row.uid]));
    if (!message) return;
    // It may be the answer that a closed conversation waited for, if it came about when it was set aside.
    const newsSince = new Date(row.createdAt.getTime() - newsMs);
    const batch = { rows: [message], unreadable: [], isHistory: false, newsSince, frontier: {} };
    await recordMessages(context, current, batch);
  });
}
