import type { Db } from "#db/dialect/sqlite";
import { lostMoves, redirectMoves, type FoundMove, type LostMove } from "#db/queries/outbox/lost-moves";
import { outboxFolder } from "#db/queries/outbox/outbox-account";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import { ImapError } from "../../imap/errors.ts";
import type { ImapSession } from "../../imap/session.ts";
import { moveGraceMs } from "../../move-grace.ts";
import { store } from "../../store.ts";
import { NotYetError } from "../outcome.ts";
import { tellConversations } from "../tell.ts";

const notFoundAfterMs = 1000;

/**
 * What was moved before, on a server that did not say where to, lies no longer where it is stored: what is wished for it now waits until
 * sync has seen it, and goes on from there. What did not stay where it was moved to is nothing to wait for: somebody was faster.
 * @throws NotYetError until that is so
 */
export async function followMoved(session: ImapSession, placementIds: readonly number[]): Promise<void> {
  const since = new Date(now().getTime() - moveGraceMs);
  const lost = () => lostMoves(store().read, placementIds, since);
  const missed = lost();
  if (missed.length === 0) return;
  const searched = new Set<number>();
  for (const folderId of new Set(missed.map((one) => one.toFolderId)))
    if (await isAllStored(session, folderId)) searched.add(folderId);
  const found = await takeFound(placementIds, since);
  if (found || lost().some(({ toFolderId }) => !searched.has(toFolderId)))
    throw new NotYetError("The message was moved and has not been found again yet.", notFoundAfterMs);
}

/** @returns whether anything was found */
function takeFound(placementIds: readonly number[], since: Date): Promise<boolean> {
  const foundNow = (db: Db) => lostMoves(db, placementIds, since).filter(isFound);
  if (foundNow(store().read).length === 0) return Promise.resolve(false);
  return commit(async (tx, changed) => {
    const found = foundNow(tx);
    await tellConversations(tx, changed, redirectMoves(tx, found, now()));
    return found.length > 0;
  });
}

function isFound(one: LostMove): one is FoundMove {
  return one.foundId !== null;
}

/** Whether sync has stored everything that ever came into the folder, up to this moment. */
async function isAllStored(session: ImapSession, folderId: number): Promise<boolean> {
  const folder = await outboxFolder(store().read, folderId);
  if (!folder) return true;
  const selected = await session.select(folder.path).catch(nullWhenClosed);
  const known = await outboxFolder(store().read, folderId);
  if (!selected || !known?.backfillDone || known.uidValidity !== selected.uidValidity) return false;
  return selected.uidNext !== null && known.uidNext !== null && known.uidNext >= selected.uidNext;
}

/** A folder that cannot be selected, which sync has not seen yet. */
function nullWhenClosed(error: unknown): null {
  if (error instanceof ImapError && error.kind === "folder") return null;
  throw error;
}
