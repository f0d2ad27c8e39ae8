/** Flags where nobody tells of changes: servers without CONDSTORE, folders without MODSEQ. */
import { updateFolder, type FolderRow } from "#db/queries/sync/folders";
import type { ImapSession } from "#server/imap/session";
import { newestUids } from "#db/queries/sync/placements";
import { store } from "#server/store";
import { commitTo, recordFlags } from "./record.ts";
import { memoryOf, type SyncContext } from "./sync-context.ts";
import { withFolder } from "./with-folder.ts";

const newestMax = 500;
const windowMax = 5000;

/** Of the newest few hundred messages, where nearly all changes happen. */
export async function scanNewestFlags(context: SyncContext, session: ImapSession, folder: FolderRow): Promise<void> {
  const uids = await newestUids(store().read, folder.id, folder.generation, Infinity, newestMax);
  await scanRange(context, session, folder, uids);
  memoryOf(context, folder.id).newestScanAt = performance.now();
}

/** Of all messages, window by window from the newest down; a scan that broke off is taken up where it stood. */
export async function scanAllFlags(context: SyncContext, folderId: number): Promise<void> {
  let isDone = false;
  while (!isDone) {
    isDone = await withFolder(context, folderId, 3, async (session, folder) => {
      const below = folder.scanCursor > 0 ? folder.scanCursor : Infinity;
      const uids = await newestUids(store().read, folder.id, folder.generation, below, windowMax);
      await scanRange(context, session, folder, uids);
      const cursor = uids.length < windowMax ? 0 : (uids.at(-1) ?? 0);
      await commitTo(context, folder, (tx) => updateFolder(tx, folder.id, { scanCursor: cursor }));
      return cursor === 0;
    });
  }
  const memory = memoryOf(context, folderId);
  memory.fullScanAt = performance.now();
  memory.newestScanAt = memory.fullScanAt;
}

async function scanRange(context: SyncContext, session: ImapSession, folder: FolderRow, uids: number[]): Promise<void> {
  const [to, from] = [uids[0], uids.at(-1)];
  if (from === undefined || to === undefined) return;
  const { rows } = await session.fetchFlags({ from, to });
  await recordFlags(context, folder, rows);
}
