import type { FolderRow } from "#db/queries/sync/folders";
import { quarantinedIn } from "#db/queries/sync/quarantine";
import { store } from "#server/store";
import { chooseWindow } from "./choose-window.ts";
import { readWindow } from "./read-window.ts";
import { memoryOf, type SyncContext } from "./sync-context.ts";

const windowMax = 200;

/**
 * Brings what came since the frontier, oldest first, so that the frontier never passes a message that was not accounted for.
 * @param uids what the server lists from the frontier on, ascending
 */
export async function bringNewMail(context: SyncContext, folder: FolderRow, uids: number[]): Promise<void> {
  const end = (uids.at(-1) ?? 0) + 1;
  let waiting = await withoutQuarantined(folder, uids);
  while (waiting.length > 0) {
    const window = chooseWindow(memoryOf(context, folder.id), waiting, windowMax);
    const frontier = { frontier: waiting[window.length] ?? end };
    await readWindow(context, folder.id, 2, window, { isHistory: false, newsSince: new Date(0), frontier });
    waiting = waiting.slice(window.length);
  }
}

/** What was set aside is accounted for, and tried again in its own time. */
export async function withoutQuarantined(folder: FolderRow, uids: number[]): Promise<number[]> {
  if (folder.quarantinedCount === 0 || uids.length === 0) return uids;
  const rows = await quarantinedIn(store().read, folder.id, folder.generation);
  const known = new Set(rows.map((row) => row.uid));
  return uids.filter((uid) => !known.has(uid));
}
