import { conversationCandidates } from "#db/queries/sync/thread-candidates";
import type { Db } from "#db/dialect/sqlite";
import { takesPart, type ThreadNode } from "#lib/mail/threading";
import { readOwnMessageId } from "#server/mime/own-message-id";

/**
 * Conversations that mails answer by an id of ours whose own mail is not here, as after a backup was restored: the key in the id says
 * which it was. Whoever answers must have taken part in it, for the store may have given the number anew since.
 * @param isHere whether the mail that has this id is stored
 * @returns for each node the conversations that it joins
 */
export async function promisedConversations(
  tx: Db,
  nodes: readonly ThreadNode[],
  inboxId: number,
  isHere: (internetMessageId: string) => boolean,
): Promise<number[][]> {
  const promised = nodes.map((node) =>
    node.references.flatMap((id) => (isHere(id) ? [] : (readOwnMessageId(id) ?? []))),
  );
  const wanted = [...new Set(promised.flat())];
  if (wanted.length === 0) return promised;
  const members = Map.groupBy(await conversationCandidates(tx, wanted, inboxId), (one) => one.conversationId);
  return promised.map((conversationIds, index) => {
    const sender = nodes[index]?.fromAddress ?? "";
    return conversationIds.filter((id) => members.get(id)?.some((member) => takesPart(sender, member)));
  });
}
