import { quarantinedById, setQuarantinedSource } from "#db/queries/health/quarantine";
import { settleOperations } from "#db/queries/outbox/settle-operations";
import { keepBlob } from "../../blobs.ts";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import { store } from "../../store.ts";
import type { BatchOf } from "../claim-batch.ts";
import type { OutboxContext } from "../context.ts";
import { HopelessError } from "../outcome.ts";
import { priorityOf } from "../priority.ts";
import { selectPlace } from "../select-place.ts";

const sourceBytesMax = 50_000_000;
/** It may be what ends the connection: asked for twice, and no more until somebody asks again. */
const attemptsMax = 2;

/** The source of a message that could not be read, byte for byte, for a person to look into. */
export async function fetchQuarantined(context: OutboxContext, batch: BatchOf<"fetch-quarantined">): Promise<void> {
  const [operation] = batch.operations;
  if (operation?.payload.kind !== "fetch-quarantined") throw new HopelessError("Nothing was asked for.");
  const found = await quarantinedById(store().read, operation.payload.quarantineId);
  if (!found) throw new HopelessError("This message is no longer set aside.");
  if (operation.attemptCount >= attemptsMax) throw new HopelessError("The server does not hand this message over.");
  const source = await context.sessions.run(found.accountId, priorityOf(batch.operations), async (session) => {
    await selectPlace(session, found);
    return session.fetchSource(found.uid, sourceBytesMax);
  });
  if (!source) throw new HopelessError("The message is no longer on the mail server, or cannot be read at all.");
  const blob = await keepBlob(source);
  await commit(async (tx, changed) => {
    await setQuarantinedSource(tx, found.id, blob);
    const { folderId, accountId, inboxId } = found;
    changed({ type: "folder.changed", folderId, accountId, inboxIds: [inboxId] });
    const ids = batch.operations.map((one) => one.id);
    settleOperations(tx, ids, "done", now());
  });
}
