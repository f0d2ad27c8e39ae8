import { addActivity } from "#db/queries/outbox/add-activity";
import { livePlaces } from "#db/queries/outbox/message-places";
import { conversationsOfPlacements } from "#db/queries/outbox/move-placements";
import { setPlacementFlags, turnBackFlags, type PlacementFlags } from "#db/queries/outbox/placement-flags";
import { settleOperations } from "#db/queries/outbox/settle-operations";
import { splitFlags } from "#lib/mail/flags";
import { now } from "../../clock.ts";
import { messageOf } from "../../errors.ts";
import { commit } from "../../events/commit.ts";
import { log } from "../../log.ts";
import { store } from "../../store.ts";
import type { BatchOf, FlagChange } from "../claim-batch.ts";
import type { OutboxContext } from "../context.ts";
import { tellConversations } from "../tell.ts";
import { readFlags } from "./store-flags.ts";

/** The server did not take the flags: what it has is shown again, and the conversation says why. */
export async function revertFlags(
  context: OutboxContext,
  batch: BatchOf<"store-flags">,
  reason: string,
): Promise<void> {
  const actual = await flagsOnServer(context, batch.placementIds);
  await commit(async (tx, changed) => {
    settleOperations(
      tx,
      batch.operations.map((operation) => operation.id),
      "failed",
      now(),
      reason,
    );
    if (actual) setPlacementFlags(tx, actual);
    else turnBackFlags(tx, batch.placementIds, oppositeOf(batch.change));
    const conversationIds = conversationsOfPlacements(tx, batch.placementIds);
    for (const conversationId of isAct(batch.change) ? conversationIds : []) {
      const data = { act: "store-flags", ...batch.change, reason };
      await addActivity(tx, { conversationId, agentId: null, kind: "act-failed", data, createdAt: now() });
    }
    await tellConversations(tx, changed, conversationIds);
  });
}

/** Nobody asked for the mark of a mail that was sent on, and many servers keep none. */
function isAct({ add, remove }: FlagChange): boolean {
  return [...add, ...remove].some((flag) => flag !== "$Forwarded");
}

/** Null when the server cannot be asked. */
async function flagsOnServer(context: OutboxContext, placementIds: number[]): Promise<PlacementFlags[] | null> {
  try {
    return await context.sessions.run(context.account.id, 1, async (session) => {
      const rows = await readFlags(session, livePlaces(store().read, placementIds));
      return rows.map(({ place, flags }) => Object.assign(splitFlags(flags), { placementId: place.id }));
    });
  } catch (error) {
    log("outbox").info("The flags could not be read again.", { detail: messageOf(error) });
    return null;
  }
}

function oppositeOf(change: FlagChange) {
  const was = (flag: string) => (change.add.includes(flag) ? false : change.remove.includes(flag) ? true : null);
  return { seen: was("\\Seen"), flagged: was("\\Flagged"), answered: was("\\Answered") };
}
