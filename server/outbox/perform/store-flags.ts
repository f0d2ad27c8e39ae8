import { livePlaces, waitingPlacementIds, type Place } from "#db/queries/outbox/message-places";
import { settleOperations } from "#db/queries/outbox/settle-operations";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import type { ImapSession } from "../../imap/session.ts";
import { store } from "../../store.ts";
import type { BatchOf, FlagChange } from "../claim-batch.ts";
import type { OutboxContext } from "../context.ts";
import { HopelessError, NotYetError } from "../outcome.ts";
import { priorityOf } from "../priority.ts";
import { selectPlace } from "../select-place.ts";
import { requireWritable, unkeptFlags } from "./unkept-flags.ts";

/**
 * Adds and removes flags of up to 500 messages of one folder in one command. What is no longer there needs no flag.
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
    const ids = batch.operations.map((operation) => operation.id);
    settleOperations(tx, ids, "done", now());
  });
  await failpoint("store-flags:settled");
}

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
