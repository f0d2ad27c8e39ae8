/** What may have been carried out is looked for before anything is repeated. */
import type { DueOperation } from "#db/queries/outbox/due-operations";
import { requeueOperations } from "#db/queries/outbox/settle-operations";
import { now } from "../clock.ts";
import { commit } from "../events/commit.ts";
import { labelChangeOf, type Batch } from "./claim-batch.ts";
import type { OutboxContext } from "./context.ts";
import { lookForMove } from "./perform/look-for-move.ts";
import { lookForSend } from "./perform/look-for-send.ts";

export async function resolveUncertain(context: OutboxContext, operation: DueOperation): Promise<void> {
  const ids = [operation.id];
  switch (operation.payload.kind) {
    case "move":
      return lookForMove(
        context,
        { ...moveBatch(operation), toFolderId: operation.payload.toFolderId },
        operation.createdAt,
      );
    case "send":
      return lookForSend(context, operation);
    // Appending looks into Sent before it writes, and acts on folders look at the list; the rest may simply be done again.
    case "append-sent":
    case "tidy-sent":
    case "store-flags":
    case "store-labels":
    case "expunge":
    case "fetch-body":
    case "fetch-source":
    case "fetch-attachment":
    case "fetch-quarantined":
    case "save-draft":
    case "remove-draft":
    case "create-folder":
    case "rename-folder":
    case "delete-folder":
    case "subscribe-folder":
      return commit(async (tx) => requeueOperations(tx, ids, "pending", now(), ""));
    default:
      return operation.payload satisfies never;
  }
}

/** The batch that a failure to look is settled with. */
export function batchOfOne(operation: DueOperation): Batch {
  const operations = [operation];
  switch (operation.payload.kind) {
    case "move":
      return { ...moveBatch(operation), toFolderId: operation.payload.toFolderId };
    case "expunge":
      return { kind: "expunge", operations, placementIds: placementsOf(operation) };
    case "store-flags":
      return { kind: "store-flags", operations, placementIds: placementsOf(operation), change: operation.payload };
    case "store-labels": {
      const change = labelChangeOf(operation.payload);
      return { kind: "store-labels", operations, placementIds: placementsOf(operation), change };
    }
    default:
      return { kind: operation.payload.kind, operations };
  }
}

const placementsOf = ({ placementId }: DueOperation) => (placementId === null ? [] : [placementId]);

const moveBatch = (operation: DueOperation) => ({
  kind: "move" as const,
  operations: [operation],
  placementIds: placementsOf(operation),
});
