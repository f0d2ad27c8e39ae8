import type { Place } from "#db/queries/outbox/message-places";
import { outboxFolder, type OutboxFolder } from "#db/queries/outbox/outbox-account";
import { ImapError } from "../../imap/errors.ts";
import type { ImapSession, MoveReceipt } from "../../imap/session.ts";
import { store } from "../../store.ts";
import type { BatchOf } from "../claim-batch.ts";
import type { OutboxContext } from "../context.ts";
import { HopelessError } from "../outcome.ts";
import { priorityOf } from "../priority.ts";
import { selectPlace } from "../select-place.ts";
import { followMoved } from "./follow-moved.ts";
import { findByMessageId } from "./find-message.ts";
import { makeDestination } from "./folders/make-destination.ts";
import { settleMove, type Arrived } from "./settle-move.ts";
import { placesToTouch } from "./store-flags.ts";
import { requireWritable } from "./unkept-flags.ts";

/**
 * Moves up to 500 messages of one folder in one command. A message that is no longer where we saw it was moved or deleted by somebody
 * else: their word counts, and sync shows it where it went.
 */
export async function moveMessages(context: OutboxContext, batch: BatchOf<"move">): Promise<void> {
  const { sessions, account, failpoint } = context;
  const destination = await outboxFolder(store().read, batch.toFolderId);
  if (!destination || destination.accountId !== account.id) throw new HopelessError("That folder no longer exists.");
  const arrived = await sessions.run(account.id, priorityOf(batch.operations), async (session) => {
    await followMoved(session, batch.placementIds);
    const places = placesToTouch(batch.placementIds);
    // Moved there and back before anybody was told: nothing is left to do.
    if (places.every((place) => place.folderId === destination.id)) return places.map(staying);
    return moveInSession(session, places, destination, failpoint);
  });
  await settleMove(batch, arrived);
  await failpoint("move:settled");
}

/** How the ladder of RFC 6851 and RFC 4315 ends is the session's matter; where the messages are now is ours. */
async function moveInSession(
  session: ImapSession,
  places: Place[],
  destination: OutboxFolder,
  failpoint: OutboxContext["failpoint"],
): Promise<Arrived[]> {
  const [first] = places;
  if (!first) return [];
  // Without MOVE it would be copied and could not be taken away from here.
  requireWritable(await selectPlace(session, first));
  await failpoint("move:before-command");
  const uids = places.map((place) => place.uid);
  const receipt = await moveOrCreate(session, uids, destination, first);
  await failpoint("move:after-command");
  const isLeftBehind = receipt.manner === "copied";
  if (receipt.uidMap && receipt.destinationUidValidity === destination.uidValidity) {
    return places.map((place) => Object.assign(arrivedBy(place, destination, receipt), { isLeftBehind }));
  }
  const arrived = await findArrived(session, places, destination);
  const found = arrived.map((one) => Object.assign(one, { isLeftBehind }));
  // A server that tells UIDs and told none had nothing to move.
  if (!session.capabilities.uidplus || receipt.uidMap) return found;
  return found.map(({ place, at }) => ({ place, at: at === "unknown" ? "gone" : at }));
}

/** The folder is gone from the server, or was never there: it is made once and the move done again. */
async function moveOrCreate(
  session: ImapSession,
  uids: number[],
  destination: OutboxFolder,
  source: Place,
): Promise<MoveReceipt> {
  try {
    return await session.move(uids, destination.path);
  } catch (error) {
    if (!(error instanceof ImapError) || error.kind !== "try-create") throw error;
    await makeDestination(session, destination);
    await selectPlace(session, source);
    return session.move(uids, destination.path);
  }
}

function arrivedBy(place: Place, { id, generation }: OutboxFolder, receipt: MoveReceipt): Arrived {
  const uid = receipt.uidMap?.get(place.uid);
  // Not named in COPYUID: it was not there any more, although the server said OK.
  return { place, at: uid === undefined ? "gone" : { folderId: id, generation, uid } };
}

/** The server did not say which UIDs they got: found by Message-ID among what is new there. */
async function findArrived(
  session: ImapSession,
  places: readonly Place[],
  destination: OutboxFolder,
): Promise<Arrived[]> {
  const selected = await session.select(destination.path);
  const isKnown = destination.uidValidity === null || selected.uidValidity === destination.uidValidity;
  const arrived: Arrived[] = [];
  for (const place of places) {
    const uid = isKnown ? await findByMessageId(session, place.internetMessageId, destination.uidNext ?? 1) : null;
    const { id: folderId, generation } = destination;
    arrived.push({ place, at: uid === null ? "unknown" : { folderId, generation, uid } });
  }
  return arrived;
}

function staying(place: Place): Arrived {
  return { place, at: { folderId: place.folderId, generation: place.generation, uid: place.uid } };
}
