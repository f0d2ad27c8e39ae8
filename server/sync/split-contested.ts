/**
 * A mail that uses the Message-ID of another may come first, and our answer to the other one joins it. When the other comes, the id turns out
 * to be claimed by two, and what only that id held together is taken apart: our answers stay, and with them all that they are about.
 */
import { insertConversations } from "#db/queries/sync/insert-messages";
import { insertActivity, moveMessages, ticketStates } from "#db/queries/sync/merge-conversations";
import { conversationCandidates, type ThreadCandidate } from "#db/queries/sync/thread-candidates";
import type { Db } from "#db/dialect/sqlite";
import { contestedIds, linkBetween, ownIds } from "#lib/mail/threading";
import { now } from "#server/clock";

type IsOurs = (address: string) => boolean;

/**
 * @param suspects conversations into which a mail has come whose id may be another's
 * @returns the conversations that were made
 */
export async function splitContested(
  tx: Db,
  suspects: readonly number[],
  inboxId: number,
  isOurs: IsOurs,
): Promise<number[]> {
  const byConversation = Map.groupBy(
    suspects.length === 0 ? [] : await conversationCandidates(tx, [...suspects], inboxId),
    (one) => one.conversationId,
  );
  const made: number[] = [];
  for (const [conversationId, members] of byConversation) {
    for (const strangers of foreignParts(members, isOurs)) {
      const [state] = await ticketStates(tx, [conversationId]);
      const [ownId = 0] = insertConversations(tx, [state?.status !== "closed"], now());
      await moveMessages(
        tx,
        strangers.map((one) => one.messageId),
        ownId,
      );
      const activity = { conversationId: ownId, kind: "detached" as const, data: { conversationId } };
      await insertActivity(tx, activity, now());
      made.push(ownId);
    }
  }
  return made;
}

/** Parts that hold an outsider's mail with a contested id and none of our mails, where another part holds some. */
function foreignParts(members: readonly ThreadCandidate[], isOurs: IsOurs): ThreadCandidate[][] {
  const contested = contestedIds(members);
  if (contested.size === 0) return [];
  const parts = partsOf(members, isOurs, contested);
  const isOfOurs = (part: ThreadCandidate[]) => part.some((one) => isOurs(one.fromAddress));
  if (!parts.some(isOfOurs)) return [];
  return parts.filter((part) => !isOfOurs(part) && part.some((one) => ownIds(one).some((id) => contested.has(id))));
}

function partsOf(members: readonly ThreadCandidate[], isOurs: IsOurs, contested: ReadonlySet<string>) {
  let parts: ThreadCandidate[][] = [];
  for (const member of members) {
    const isLinked = (part: ThreadCandidate[]) =>
      part.some((other) => linkBetween(member, other, isOurs, contested) !== null);
    const linked = parts.filter(isLinked);
    parts = [...parts.filter((part) => !linked.includes(part)), [...linked.flat(), member]];
  }
  return parts;
}
