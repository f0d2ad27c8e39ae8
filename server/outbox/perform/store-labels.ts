import { areOutOfUse, labelNames } from "#db/queries/labels/label-names";
import { settleOperations } from "#db/queries/outbox/settle-operations";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import { store } from "../../store.ts";
import type { BatchOf } from "../claim-batch.ts";
import type { OutboxContext } from "../context.ts";
import { NotYetError } from "../outcome.ts";
import { priorityOf } from "../priority.ts";
import { selectPlace } from "../select-place.ts";
import { placesToTouch } from "./store-flags.ts";
import { requireWritable } from "./unkept-flags.ts";

const notFoundAfterMs = 1000;
const hiddenAfterMs = 60_000;

/**
 * Puts labels on and takes labels off up to 500 messages of All Mail. Doing it twice is doing it once, so that an answer that was lost
 * needs no looking. A label that somebody deleted meanwhile is not made anew: its folder is gone, and so is the wish.
 */
export async function storeLabels(context: OutboxContext, batch: BatchOf<"store-labels">): Promise<void> {
  const { sessions, account, failpoint } = context;
  await sessions.run(account.id, priorityOf(batch.operations), async (session) => {
    const places = placesToTouch(batch.placementIds);
    if (places.some((place) => place.movingToFolderId !== null && !place.holdsLabels))
      throw new NotYetError("The message was moved and has not been found again yet.", notFoundAfterMs);
    if (areOutOfUse(store().read, [...batch.change.add, ...batch.change.remove]))
      throw new NotYetError("Gmail does not show “All Mail” to mail programs at the moment.", hiddenAfterMs);
    // Somebody has thrown it away, or said that it is spam: their word counts.
    const labelled = places.filter((place) => place.holdsLabels);
    const [first] = labelled;
    const add = labelNames(store().read, batch.change.add);
    const remove = labelNames(store().read, batch.change.remove);
    if (!first || add.length + remove.length === 0) return;
    requireWritable(await selectPlace(session, first));
    await failpoint("store-labels:before-command");
    await session.storeLabels(
      labelled.map((place) => place.uid),
      { add, remove },
    );
    await failpoint("store-labels:after-command");
  });
  await commit(async (tx) => {
    const ids = batch.operations.map((operation) => operation.id);
    settleOperations(tx, ids, "done", now());
  });
  await failpoint("store-labels:settled");
}
