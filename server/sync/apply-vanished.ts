import { addStoredCount, type FolderRow } from "#db/queries/sync/folders";
import { setMissing, vanishingPlacements } from "#db/queries/sync/placements";
import { releaseFromQuarantine } from "#db/queries/sync/quarantine";
import type { Db } from "#db/dialect/sqlite";
import { now } from "#server/clock";

export type Vanished = {
  conversationIds: number[];
  /** Being moved by an agent: what became of them is told when the move has settled. */
  heldUids: number[];
};

/**
 * Puts what the server no longer lists out of sight; it is removed after a grace, for a move by another client shows as a
 * disappearance here and an arrival elsewhere, in any order.
 * @param graceMs how long what an agent has moved may take to be seen where it went
 */
export async function applyVanished(tx: Db, folder: FolderRow, uids: number[], graceMs: number): Promise<Vanished> {
  const movedSince = new Date(now().getTime() - graceMs);
  const placements = await vanishingPlacements(tx, folder.id, folder.generation, uids, movedSince);
  const gone = placements.filter((placement) => !placement.isMoving);
  const ids = gone.map((placement) => placement.id);
  if (ids.length > 0) await setMissing(tx, ids, now());
  await addStoredCount(tx, folder.id, -ids.length);
  if (folder.quarantinedCount > 0) await releaseFromQuarantine(tx, folder.id, uids);
  return {
    conversationIds: [...new Set(gone.map((placement) => placement.conversationId))],
    heldUids: placements.filter((placement) => placement.isMoving).map((placement) => placement.uid),
  };
}

/**
 * Whether a server takes away more than it plausibly would at once. Cyrus, James and iCloud have all announced that
 * everything vanished when nothing had; such an announcement is believed only when a search agrees with it.
 */
export function isMassVanish(vanishedCount: number, knownCount: number): boolean {
  return vanishedCount > Math.max(50, knownCount * 0.2) || (vanishedCount > 0 && vanishedCount >= knownCount);
}
