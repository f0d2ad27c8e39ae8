import { foldersBelow, markFolder } from "#db/queries/outbox/folder-acts";
import { outboxFolder } from "#db/queries/outbox/outbox-account";
import { settleOperations } from "#db/queries/outbox/settle-operations";
import type { FolderPatch } from "#db/queries/sync/folders";
import type { Db } from "#db/dialect/sqlite";
import { now } from "../../../clock.ts";
import { commit } from "../../../events/commit.ts";
import { store } from "../../../store.ts";
import type { FolderBatch } from "../../claim-batch.ts";
import type { OutboxContext } from "../../context.ts";

type Outcome = { folderId: number; patch: FolderPatch };

/** The server has done it: what was shown is so now. */
export async function settleFolderAct(
  { account }: OutboxContext,
  operationId: number,
  outcomes: Outcome[],
  also: (tx: Db) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await commit(async (tx, changed) => {
    settleOperations(tx, [operationId], "done", now());
    // Two may have changed names with each other, and no two may have one name.
    for (const { folderId, patch } of outcomes)
      if (patch.path) await markFolder(tx, folderId, { path: `\0${folderId}` });
    for (const { folderId, patch } of outcomes)
      await markFolder(tx, folderId, {
        missingSince: null,
        pendingAct: null,
        pendingPath: null,
        actFailure: "",
        ...patch,
      });
    await also(tx);
    changed({
      type: "folder.changed",
      folderId: outcomes[0]?.folderId ?? 0,
      accountId: account.id,
      inboxIds: [account.inboxId],
    });
  });
}

/** It was refused: everything is shown again as the server has it, and the folder says why. One that was never made stays until it is seen. */
export async function giveUpFolderAct(context: OutboxContext, batch: FolderBatch, reason: string): Promise<void> {
  const [operation] = batch.operations;
  const folderId = operation && "folderId" in operation.payload ? operation.payload.folderId : 0;
  const folder = await outboxFolder(store().read, folderId);
  const { account } = context;
  await commit(async (tx, changed) => {
    settleOperations(tx, operation ? [operation.id] : [], "failed", now(), reason);
    if (!folder || !operation) return;
    const below = await foldersBelow(tx, folder.accountId, folder.path, folder.delimiter);
    for (const { id } of below) await markFolder(tx, id, { pendingAct: null, pendingPath: null });
    const { payload } = operation;
    const refused = payload.kind === "subscribe-folder" ? { subscribed: !payload.subscribed } : {};
    const isMissing = payload.kind === "create-folder" ? { pendingAct: "create" as const } : {};
    await markFolder(tx, folder.id, { ...refused, ...isMissing, actFailure: reason });
    changed({ type: "folder.changed", folderId, accountId: account.id, inboxIds: [account.inboxId] });
  });
}
