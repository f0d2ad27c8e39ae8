import { livePlaces, lostPlacementIds, waitingPlacementIds, type Place } from "#db/queries/outbox/message-places";
import { requeueOperations, settleOperations } from "#db/queries/outbox/settle-operations";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import type { ImapSession } from "../../imap/session.ts";
import { moveGraceMs } from "../../move-grace.ts";
import { store } from "../../store.ts";
import type { BatchOf, FlagChange } from "../claim-batch.ts";
import type { OutboxContext } from "../context.ts";
import { HopelessError, NotYetError } from "../outcome.ts";
import { priorityOf } from "../priority.ts";
import { selectPlace } from "../select-place.ts";
import { requireWritable, unkeptFlags } from "./unkept-flags.ts";

/**
 * Adds and removes flags of up to 500 messages of one folder in one command. What has just left may only have been moved by somebody else:
 * its flags wait until it is found again, and end with it where it is not.
 * @throws HopelessError when some of the flags are none that this folder keeps; the others are stored
 */
export async function storeFlags(context: OutboxContext, batch: BatchOf<"store-flags">): Promise<void> {
  const { sessions, account, failpoint } = context;
  await sessions.run(account.id, priorityOf(batch.operations), async (session) => {
    const places = placesToTouch(batch.placementIds);
    const [first] = places;
    if (!first) return;
    const selected = await selectPlace(session, first);
    requireWritable(selected);
    const unkept = unkeptFlags(selected, [...batch.change.add, ...batch.change.remove]);
    await failpoint("store-flags:before-command");
    await session.storeFlags(
      places.map((place) => place.uid),
      changeWithout(unkept, batch.change),
    );
    await failpoint("store-flags:after-command");
    if (unkept.length > 0)
      throw new HopelessError(`The mail server does not keep ${unkept.join(", ")} in “${first.path}”.`);
  });
  await commit(async (tx) => {
    const lost = new Set(lostPlacementIds(tx, batch.placementIds, new Date(now().getTime() - moveGraceMs)));
    const { true: waiting = [], false: stored = [] } = Object.groupBy(batch.operations, ({ placementId }) =>
      placementId !== null && lost.has(placementId) ? "true" : "false",
    );
    settleOperations(tx, stored.map(idOf), "done", now());
    const afterMs = Math.min(lostAfterMs.most, lostAfterMs.least * 2 ** (waiting[0]?.attemptCount ?? 0));
    const reason = "The message has left its folder and has not been found elsewhere yet.";
    requeueOperations(tx, waiting.map(idOf), "pending", new Date(now().getTime() + afterMs), reason);
  });
  await failpoint("store-flags:settled");
}

const idOf = ({ id }: { id: number }) => id;
const lostAfterMs = { least: 1000, most: 20_000 };

function changeWithout(flags: string[], { add, remove }: FlagChange): FlagChange {
  const isKept = (flag: string) => !flags.includes(flag);
  return { add: add.filter(isKept), remove: remove.filter(isKept) };
}

/**
 * Where the placements lie now, asked when the session is ours: since the claim one may have moved on.
 * @throws NotYetError while their folder is being renumbered
 */
export function placesToTouch(placementIds: readonly number[]): Place[] {
  if (waitingPlacementIds(store().read, placementIds).length > 0) {
    throw new NotYetError("The folder was renumbered; its messages are being found again.", renumberedAfterMs);
  }
  const places = livePlaces(store().read, placementIds);
  const folderId = places[0]?.folderId;
  if (places.some((place) => place.folderId !== folderId)) {
    throw new NotYetError("Some of the messages lie in another folder meanwhile.", regroupAfterMs);
  }
  return places;
}

const renumberedAfterMs = 20_000;
const regroupAfterMs = 500;

/** Reads what flags the server has, for the places that are still there. */
export async function readFlags(session: ImapSession, places: readonly Place[]) {
  const [first] = places;
  if (!first) return [];
  await selectPlace(session, first);
  const uids = places.map((place) => place.uid);
  const { rows } = await session.fetchFlags({ from: Math.min(...uids), to: Math.max(...uids) });
  const placeOf = new Map(places.map((place) => [place.uid, place]));
  return rows.flatMap((row) => {
    const place = placeOf.get(row.uid);
    return place ? [{ place, flags: row.flags, labels: row.labels ?? [] }] : [];
  });
}
