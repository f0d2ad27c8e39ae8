import type { Place } from "#db/queries/outbox/message-places";
import { noteLeft } from "#db/queries/outbox/lost-moves";
import {
  arrivePlacement,
  cancelMoves,
  conversationsOfPlacements,
  leaveBehind,
  markMissing,
} from "#db/queries/outbox/move-placements";
import { settleOperations } from "#db/queries/outbox/settle-operations";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import type { BatchOf } from "../claim-batch.ts";
import { tellConversations } from "../tell.ts";

/**
 * Where a moved message is: at a UID we know; `unknown` when it left and the server did not tell where to (sync links it anew, and until
 * then it is shown where it was sent); `gone` when it was not there to be moved.
 */
export type Arrived = {
  place: Place;
  at: { folderId: number; generation: number; uid: number } | "unknown" | "gone";
  /** It lies where it was as well, marked as deleted: the server could not take it away. */
  isLeftBehind?: boolean;
};

export async function settleMove(batch: BatchOf<"move">, arrived: readonly Arrived[]): Promise<void> {
  await commit(async (tx, changed) => {
    const conversationIds = conversationsOfPlacements(tx, batch.placementIds);
    // First, so that a placement which ends does not take them along.
    const ids = batch.operations.map((operation) => operation.id);
    settleOperations(tx, ids, "done", now());
    const left = arrived.filter(({ at }) => at === "unknown").map(({ place }) => leavingFrom(place));
    if (left.length > 0) noteLeft(tx, ids, left);
    const known = new Set(arrived.map(({ place }) => place.id));
    const gone = arrived.flatMap(({ place, at }) => (at === "gone" ? place.id : []));
    markMissing(tx, gone, now());
    // What stays where it was is not on its way, wherever its copy went.
    const staying = arrived.flatMap(({ place, at, isLeftBehind }) =>
      at === "unknown" && isLeftBehind ? place.id : [],
    );
    cancelMoves(tx, [...gone, ...staying, ...batch.placementIds.filter((id) => !known.has(id))]);
    for (const { place, at, isLeftBehind } of arrived) {
      if (typeof at === "string") continue;
      const placementId = arrivePlacement(tx, { placementId: place.id, ...at });
      if (isLeftBehind) leaveBehind(tx, placementId, place, now());
    }
    await tellConversations(tx, changed, conversationIds);
  });
}

const leavingFrom = ({ id, folderId, uid }: Place) => ({ id, folderId, uid });
