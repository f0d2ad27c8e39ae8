import { arrivePlacement, conversationsOfPlacements } from "#db/queries/outbox/move-placements";
import type { OutboxFolder } from "#db/queries/outbox/outbox-account";
import { placementsAt } from "#db/queries/outbox/message-places";
import { commit } from "../../../events/commit.ts";
import type { ImapSession, MoveReceipt } from "../../../imap/session.ts";
import { HopelessError } from "../../outcome.ts";
import { tellConversations } from "../../tell.ts";

const uidsMax = 500;
const roundsMax = 20;
/** Above every UID (RFC 3501 §2.3.1.1). */
const uidEnd = 4_294_967_295;

/** Moves all mail of a folder to another, that which arrives meanwhile too; what was moved is shown there at once. */
export async function emptyInto(
  session: ImapSession,
  accountId: number,
  path: string,
  destination: OutboxFolder,
): Promise<void> {
  for (let round = 0; round < roundsMax; round += 1) {
    const selected = await session.select(path);
    if (selected.messageCount === 0) return;
    if (selected.readOnly) throw new HopelessError(`The mail server allows nobody to change what lies in “${path}”.`);
    const { rows } = await session.fetchFlags({ from: 1, to: uidEnd });
    // Without UIDPLUS what was copied stays, marked as deleted, and goes with the folder.
    const uids = rows.flatMap(({ uid, flags }) => (flags.some(isDeleted) ? [] : uid));
    if (uids.length === 0) return;
    for (let start = 0; start < uids.length; start += uidsMax) {
      const receipt = await session.move(uids.slice(start, start + uidsMax), destination.path);
      await noteArrival(accountId, { path, uidValidity: selected.uidValidity }, destination, receipt);
    }
  }
  throw new HopelessError(`Mail arrives in “${path}” faster than it can be moved away.`);
}

const isDeleted = (flag: string) => flag.toLowerCase() === "\\deleted";

async function noteArrival(
  accountId: number,
  source: { path: string; uidValidity: bigint },
  { id: folderId, generation, uidValidity }: OutboxFolder,
  { uidMap, destinationUidValidity }: MoveReceipt,
): Promise<void> {
  // Where the server does not tell the new UIDs, sync recognises the mails when it reads them.
  if (!uidMap || destinationUidValidity !== uidValidity) return;
  await commit(async (tx, changed) => {
    const places = placementsAt(tx, accountId, source, [...uidMap.keys()]);
    const conversationIds = conversationsOfPlacements(
      tx,
      places.map((place) => place.id),
    );
    for (const { id: placementId, uid } of places) {
      const arrivedAs = uidMap.get(uid);
      if (arrivedAs !== undefined) arrivePlacement(tx, { placementId, folderId, generation, uid: arrivedAs });
    }
    await tellConversations(tx, changed, conversationIds);
  });
}
