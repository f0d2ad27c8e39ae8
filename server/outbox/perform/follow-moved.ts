import { lostMoves, redirectMoves } from "#db/queries/outbox/lost-moves";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import { store } from "../../store.ts";
import { NotYetError } from "../outcome.ts";
import { tellConversations } from "../tell.ts";

const notFoundAfterMs = 1000;
/** What sync has not seen elsewhere by then was not moved, whatever the server said. */
const patienceMs = 3 * 60_000;

/**
 * What was moved before, on a server that did not say where to, lies no longer where it is stored: what is wished for it now waits until
 * sync has seen it, and goes on from there.
 * @throws NotYetError until that is so
 */
export async function followMoved(placementIds: readonly number[]): Promise<void> {
  const since = new Date(now().getTime() - patienceMs);
  const lost = lostMoves(store().read, placementIds, since);
  if (lost.length === 0) return;
  await commit(async (tx, changed) => {
    const found = lostMoves(tx, placementIds, since).filter((one) => one.foundId !== null);
    if (found.length === 0) return;
    const conversationIds = redirectMoves(tx, found, now());
    await tellConversations(tx, changed, conversationIds);
  });
  throw new NotYetError("The message was moved and has not been found again yet.", notFoundAfterMs);
}
