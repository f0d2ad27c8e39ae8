import { forgetForGood } from "#db/queries/outbox/forget-for-good";
import type { Place } from "#db/queries/outbox/message-places";
import { conversationsOfPlacements } from "#db/queries/outbox/move-placements";
import { removeEmptyConversations } from "#db/queries/remove-empty-conversations";
import { settleOperations } from "#db/queries/outbox/settle-operations";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import type { ImapSession } from "../../imap/session.ts";
import type { BatchOf } from "../claim-batch.ts";
import type { OutboxContext } from "../context.ts";
import { HopelessError, NotYetError } from "../outcome.ts";
import { priorityOf } from "../priority.ts";
import { selectPlace } from "../select-place.ts";
import { tellConversations } from "../tell.ts";
import { placesToTouch } from "./store-flags.ts";
import { requireWritable } from "./unkept-flags.ts";

const notFoundAfterMs = 1000;

/**
 * Deletes up to 500 messages of Trash or Junk for good. Doing it twice is doing it once. What is no longer there was taken out by somebody
 * else: their word counts. Without UIDPLUS nothing is done: a plain EXPUNGE takes along whatever anybody else has marked (RFC 4315 §1).
 */
export async function expungeMessages(context: OutboxContext, batch: BatchOf<"expunge">): Promise<void> {
  const { sessions, account, failpoint } = context;
  const gone = await sessions.run(account.id, priorityOf(batch.operations), async (session) => {
    const places = placesToTouch(batch.placementIds);
    const [first] = places;
    if (!first) return [];
    requireDeletable(session, places);
    requireWritable(await selectPlace(session, first));
    await failpoint("expunge:before-command");
    await session.removeCopied(places.map((place) => place.uid));
    await failpoint("expunge:after-command");
    return places;
  });
  await commit(async (tx, changed) => {
    const conversationIds = conversationsOfPlacements(tx, batch.placementIds);
    const ids = batch.operations.map((operation) => operation.id);
    settleOperations(tx, ids, "done", now());
    forgetForGood(
      tx,
      gone.map((place) => place.id),
      now(),
    );
    await tellConversations(tx, changed, conversationIds);
    removeEmptyConversations(tx, conversationIds);
  });
  await failpoint("expunge:settled");
}

function requireDeletable({ capabilities }: ImapSession, places: readonly Place[]): void {
  if (places.some((place) => place.movingToFolderId !== null))
    throw new NotYetError("The message was moved and has not been found again yet.", notFoundAfterMs);
  if (places.some(({ role }) => role !== "trash" && role !== "junk"))
    throw new HopelessError("It no longer lies in Trash or Spam; only that is deleted for good.");
  if (!capabilities.uidplus)
    throw new HopelessError("This mail server cannot delete single messages: it lacks the extension UIDPLUS.");
}
