import { outboxFolder } from "#db/queries/outbox/outbox-account";
import { settleOperations } from "#db/queries/outbox/settle-operations";
import { now } from "../../../clock.ts";
import { commit } from "../../../events/commit.ts";
import { store } from "../../../store.ts";
import type { OutboxContext } from "../../context.ts";

type Copy = { folderId: number; uidValidity: string; uid: number };

/** Takes the copy of a draft away that we know by its UID; without UIDPLUS it is only marked as deleted. */
export async function removeDraft(context: OutboxContext, operationId: number, copy: Copy): Promise<void> {
  const folder = await outboxFolder(store().read, copy.folderId);
  if (folder?.accountId === context.account.id) {
    await context.sessions.run(context.account.id, 1, async (session) => {
      const { uidValidity } = await session.select(folder.path);
      // Renumbered: nobody knows which it is, and a draft too many is better than one too few.
      if (String(uidValidity) === copy.uidValidity) await session.removeCopied([copy.uid]);
    });
  }
  await commit(async (tx) => settleOperations(tx, [operationId], "done", now()));
}
