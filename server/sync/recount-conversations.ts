import { conversationsInFolder } from "#db/queries/sync/placements";
import { refreshConversations } from "#db/queries/refresh-conversations";
import { commit } from "#server/events/commit";
import { store } from "#server/store";
import type { SyncContext } from "./sync-context.ts";

const chunkMax = 500;

/** Another role shows its conversations in other views. */
export async function recountConversations(context: SyncContext, folderId: number): Promise<void> {
  let after = 0;
  for (;;) {
    const ids = await conversationsInFolder(store().read, folderId, after, chunkMax);
    if (ids.length === 0) return;
    await commit(async (tx, tell) => {
      context.teller.conversations(tell, await refreshConversations(tx, ids), true);
    });
    after = ids.at(-1) ?? after;
  }
}
