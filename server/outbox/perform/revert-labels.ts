import { labelNames } from "#db/queries/labels/label-names";
import { changeLabels, takeLabels } from "#db/queries/labels/write-labels";
import { addActivity } from "#db/queries/outbox/add-activity";
import { livePlaces } from "#db/queries/outbox/message-places";
import { conversationsOfPlacements } from "#db/queries/outbox/move-placements";
import { settleOperations } from "#db/queries/outbox/settle-operations";
import { now } from "../../clock.ts";
import { messageOf } from "../../errors.ts";
import { commit } from "../../events/commit.ts";
import { log } from "../../log.ts";
import { store } from "../../store.ts";
import type { BatchOf } from "../claim-batch.ts";
import type { OutboxContext } from "../context.ts";
import { tellConversations } from "../tell.ts";
import { readFlags } from "./store-flags.ts";

/** The server did not take the labels: what it has is shown again, and the conversation says why. */
export async function revertLabels(
  context: OutboxContext,
  batch: BatchOf<"store-labels">,
  reason: string,
): Promise<void> {
  const actual = await labelsOnServer(context, batch.placementIds);
  await commit(async (tx, changed) => {
    const ids = batch.operations.map((operation) => operation.id);
    settleOperations(tx, ids, "failed", now(), reason);
    const { add, remove } = batch.change;
    const names = (folderIds: number[]) => labelNames(tx, folderIds);
    if (actual) takeLabels(tx, actual);
    else changeLabels(tx, batch.placementIds, { add: names(remove), remove: names(add) });
    const conversationIds = conversationsOfPlacements(tx, batch.placementIds);
    for (const conversationId of conversationIds) {
      const data = { act: "store-labels", addFolderIds: add, removeFolderIds: remove, reason };
      await addActivity(tx, { conversationId, agentId: null, kind: "act-failed", data, createdAt: now() });
    }
    await tellConversations(tx, changed, conversationIds);
  });
}

/** Null when the server cannot be asked. */
async function labelsOnServer(context: OutboxContext, placementIds: number[]): Promise<Map<number, string[]> | null> {
  try {
    return await context.sessions.run(context.account.id, 1, async (session) => {
      const rows = await readFlags(session, livePlaces(store().read, placementIds));
      return new Map(rows.map(({ place, labels }) => [place.id, labels]));
    });
  } catch (error) {
    log("outbox").info("The labels could not be read again.", { detail: messageOf(error) });
    return null;
  }
}
