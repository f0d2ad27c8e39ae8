import { placesOfConversation, type ActPlace } from "#db/queries/conversations/act-places";
import { wishOperations } from "#db/queries/outbox/wish-operations";
import type { DeleteForGood } from "#lib/contracts/conversation";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { actOnConversation } from "./act-on-conversation.ts";

const usualUndoMs = 10_000;

/** Deletes for good what of it is shown in Trash and Junk: at once here, and on the servers once it can no longer be taken back. */
export async function deleteForGood(
  agent: Agent,
  conversationId: number,
  { undoMs = usualUndoMs }: Partial<DeleteForGood>,
): Promise<void> {
  await actOnConversation(agent, conversationId, async ({ tx, conversation, at, changed, record }) => {
    const places = await placesOfConversation(tx, agent.inboxIds, conversation.id);
    const thrownAway = places.filter(({ shownRole }) => shownRole === "trash" || shownRole === "junk");
    if (thrownAway.length === 0)
      throw new AppError("conflict", "None of its mail lies in Trash or Spam; only that is deleted for good.");
    const deletable = thrownAway.filter(({ mode }) => mode === "two-way");
    if (deletable.length === 0)
      throw new AppError(
        "conflict",
        "Its mail lies in an account that is connected read-only, so it cannot be deleted.",
      );
    const notBefore = new Date(at.getTime() + undoMs);
    await wishOperations(
      tx,
      deletable.map((place) => wishOf(place, at, notBefore)),
    );
    for (const accountId of new Set(deletable.map((place) => place.accountId)))
      changed({ type: "outbox.wished", accountId, inboxIds: [] });
    record("deleted");
    return true;
  });
}

const wishOf = ({ accountId, messageId, placementId }: ActPlace, createdAt: Date, notBefore: Date) => ({
  accountId,
  messageId,
  placementId,
  payload: { kind: "expunge" as const },
  priority: 1 as const,
  notBefore,
  createdAt,
});
