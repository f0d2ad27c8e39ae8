import { uidsKnownBefore, type Place } from "#db/queries/outbox/message-places";
import { outboxFolder, type OutboxFolder } from "#db/queries/outbox/outbox-account";
import { requeueOperations } from "#db/queries/outbox/settle-operations";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import type { HeaderRow, ImapSession } from "../../imap/session.ts";
import { store } from "../../store.ts";
import type { BatchOf } from "../claim-batch.ts";
import type { OutboxContext } from "../context.ts";
import { HopelessError } from "../outcome.ts";
import { selectPlace } from "../select-place.ts";
import { uidsByMessageId } from "./find-message.ts";
import { settleMove, type Arrived } from "./settle-move.ts";
import { placesToTouch } from "./store-flags.ts";

/** Several mails may go by one Message-ID; of those, as many of the newest are looked at. */
const candidatesMax = 20;

/**
 * A move whose answer was lost: done, half done, or not begun.
 * @param wishedAt what was in its destination before was not brought there by it
 * @throws NotYetError while its folder is being renumbered: it has not left, it is only not found again yet
 */
export async function lookForMove(context: OutboxContext, batch: BatchOf<"move">, wishedAt: Date): Promise<void> {
  const [place] = placesToTouch(batch.placementIds);
  const destination = await outboxFolder(store().read, batch.toFolderId);
  if (!destination) throw new HopelessError("That folder no longer exists.");
  // Sync has seen meanwhile that it left, or where it went.
  if (!place) return settleMove(batch, []);
  const arrived = await context.sessions.run(context.account.id, 1, (session) =>
    look(session, place, destination, wishedAt),
  );
  if (arrived) return settleMove(batch, [arrived]);
  const ids = batch.operations.map((operation) => operation.id);
  await commit(async (tx) => requeueOperations(tx, ids, "pending", now(), ""));
}

/** @returns null when it is still to be done */
async function look(
  session: ImapSession,
  place: Place,
  destination: OutboxFolder,
  wishedAt: Date,
): Promise<Arrived | null> {
  await selectPlace(session, place);
  const isStillThere = (await session.searchUids({ from: place.uid, to: place.uid })).length > 0;
  // MOVE is all or nothing (RFC 6851 §3.3); without it, a copy may have been made and its source left.
  if (isStillThere && session.capabilities.move) return null;
  const source = isStillThere ? (await session.fetchHeaders([place.uid])).rows[0] : null;
  const uid = await findArrival(session, place, destination, wishedAt, source);
  if (!isStillThere) return { place, at: uid === null ? "unknown" : placeAt(destination, uid) };
  if (uid === null) return null;
  await selectPlace(session, place);
  await session.removeCopied([place.uid]);
  return { place, at: placeAt(destination, uid), isLeftBehind: !session.capabilities.uidplus };
}

/** @param source what lies where it lay, to which a copy has to be equal; null when nothing does */
async function findArrival(
  session: ImapSession,
  place: Place,
  destination: OutboxFolder,
  wishedAt: Date,
  source: HeaderRow | null | undefined,
): Promise<number | null> {
  if (source === undefined) return null;
  // What cannot be looked for now must not be taken for not there: it would be copied once more.
  if (destination.uidValidity === null) await session.select(destination.path);
  else await selectPlace(session, destination);
  if (place.providerMessageId !== null && session.capabilities.gmail)
    return (await session.searchProviderMessage(place.providerMessageId)).at(-1) ?? null;
  const known = new Set(uidsKnownBefore(store().read, place.messageId, destination.id, wishedAt));
  const uids = (await uidsByMessageId(session, place.internetMessageId)).filter((uid) => !known.has(uid));
  if (source === null) return uids.at(-1) ?? null;
  const { rows } = await session.fetchHeaders(uids.slice(-candidatesMax));
  return rows.findLast((row) => isCopy(row, source))?.uid ?? null;
}

function isCopy(row: HeaderRow, source: HeaderRow): boolean {
  return row.sizeBytes === source.sizeBytes && row.headers.equals(source.headers);
}

const placeAt = ({ id: folderId, generation }: OutboxFolder, uid: number) => ({ folderId, generation, uid });
