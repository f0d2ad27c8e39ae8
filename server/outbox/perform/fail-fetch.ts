import { failBodies, messageParts } from "#db/queries/outbox/bodies";
import { settleOperations } from "#db/queries/outbox/settle-operations";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import type { BatchOf } from "../claim-batch.ts";
import { tellMessage } from "../keep-bodies.ts";

type FetchBatch = BatchOf<"fetch-body" | "fetch-source" | "fetch-attachment" | "fetch-quarantined">;

/** It cannot be had: whoever waits learns it, with the reason. */
export async function failFetch(batch: FetchBatch, reason: string): Promise<void> {
  const messageIds = [...new Set(batch.operations.flatMap((operation) => operation.messageId ?? []))];
  await commit(async (tx, changed) => {
    if (batch.kind === "fetch-body") await failBodies(tx, messageIds);
    for (const message of await messageParts(tx, messageIds)) tellMessage(tx, changed, message);
    // It is of no message yet: nobody but who waits for it has to hear.
    const [operation] = batch.kind === "fetch-quarantined" ? batch.operations : [];
    if (operation) changed({ type: "outbox.wished", accountId: operation.accountId, inboxIds: [] });
    settleOperations(
      tx,
      batch.operations.map((operation) => operation.id),
      "failed",
      now(),
      reason,
    );
  });
}
