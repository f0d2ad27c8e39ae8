/** What may have been carried out is looked for before anything is repeated. */
import type { DueOperation } from "#db/queries/outbox/due-operations";
import { livePlaces } from "#db/queries/outbox/message-places";
import { outboxFolder } from "#db/queries/outbox/outbox-account";
import { requeueOperations } from "#db/queries/outbox/settle-operations";
import { now } from "../clock.ts";
import { commit } from "../events/commit.ts";
import { store } from "../store.ts";
import type { Batch, BatchOf } from "./claim-batch.ts";
import type { OutboxContext } from "./context.ts";
import { HopelessError } from "./outcome.ts";
import { findArrived } from "./perform/move-messages.ts";
import { settleMove, type Arrived } from "./perform/settle-move.ts";
import { lookForSend } from "./perform/look-for-send.ts";
import { selectPlace } from "./select-place.ts";

export async function resolveUncertain(context: OutboxContext, operation: DueOperation): Promise<void> {
  const ids = [operation.id];
  switch (operation.payload.kind) {
    case "move":
      return lookForMove(context, { ...moveBatch(operation), toFolderId: operation.payload.toFolderId });
    case "send":
      return lookForSend(context, operation);
    // Appending looks into Sent before it writes; the rest may simply be done again.
    case "append-sent":
    case "store-flags":
    case "fetch-body":
    case "fetch-source":
    case "fetch-attachment":
    case "fetch-quarantined":
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
    case "store-flags":
      return { kind: "store-flags", operations, placementIds: placementsOf(operation), change: operation.payload };
    default:
      return { kind: operation.payload.kind, operations };
  }
}

async function lookForMove(context: OutboxContext, batch: BatchOf<"move">): Promise<void> {
  const [place] = livePlaces(store().read, batch.placementIds);
  const destination = await outboxFolder(store().read, batch.toFolderId);
  if (!destination) throw new HopelessError("That folder no longer exists.");
  // Sync has seen meanwhile that it left, or where it went.
  if (!place) return settleMove(batch, []);
  const arrived = await context.sessions.run(context.account.id, 1, async (session): Promise<Arrived | null> => {
    await selectPlace(session, place);
    const isStillThere = (await session.searchUids({ from: place.uid, to: place.uid })).length > 0;
    // MOVE is all or nothing (RFC 6851 §3.3); without it, a copy may have been made and its source left.
    if (isStillThere && session.capabilities.move) return null;
    const [found] = await findArrived(session, [place], destination);
    if (!isStillThere) return found ?? { place, at: "unknown" };
    if (!found || typeof found.at === "string") return null;
    await selectPlace(session, place);
    await session.storeFlags([place.uid], { add: ["\\Deleted"], remove: [] });
    return found;
  });
  if (arrived) return settleMove(batch, [arrived]);
  const ids = batch.operations.map((operation) => operation.id);
  await commit(async (tx) => requeueOperations(tx, ids, "pending", now(), ""));
}

const placementsOf = ({ placementId }: DueOperation) => (placementId === null ? [] : [placementId]);

const moveBatch = (operation: DueOperation) => ({
  kind: "move" as const,
  operations: [operation],
  placementIds: placementsOf(operation),
});
