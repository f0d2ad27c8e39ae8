import type { Db } from "#db/dialect/sqlite";
import { addActivity } from "#db/queries/outbox/add-activity";
import { cancelMoves } from "#db/queries/outbox/move-placements";
import { stayedPlacements } from "#db/queries/sync/stayed-placements";
import type { OperationKind } from "#lib/contracts/vocabulary";
import { now } from "#server/clock";

/**
 * What a server said it had moved, without telling where to, and still lists where it was, did not go: it is shown where it lies, and the
 * conversation says why.
 * @param movedBefore moves before this have had their time, and `listing` was asked for after it
 * @returns the conversations that this changes
 */
export async function giveUpStayed(
  tx: Db,
  folder: { id: number; generation: number },
  movedBefore: Date,
  listing: ReadonlySet<number>,
): Promise<number[]> {
  const stayed = stayedPlacements(tx, folder, movedBefore).filter(({ uid }) => listing.has(uid));
  cancelMoves(
    tx,
    stayed.map(({ id }) => id),
  );
  const toFolders = new Map(stayed.map(({ conversationId, toFolderId }) => [conversationId, toFolderId]));
  for (const [conversationId, folderId] of toFolders) {
    const reason = "The server said that it moved the message, and left it where it was.";
    const data = { act: "move" satisfies OperationKind, folderId, reason };
    await addActivity(tx, { conversationId, agentId: null, kind: "act-failed", data, createdAt: now() });
  }
  return [...toFolders.keys()];
}
