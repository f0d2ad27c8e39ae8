import type { FolderRole } from "#lib/contracts/vocabulary";
import { prepared, type Db } from "../../dialect/sqlite.ts";

/** A live placement together with the folder that it lies in on the server. */
export type Place = {
  id: number;
  messageId: number;
  accountId: number;
  conversationId: number;
  folderId: number;
  generation: number;
  uid: number;
  path: string;
  /** As text: 63 bits. */
  uidValidity: bigint | null;
  internetMessageId: string;
  movingToFolderId: number | null;
  role: FolderRole;
  /** Whether it lies in Gmail's All Mail. */
  holdsLabels: number;
  /** X-GM-MSGID. */
  providerMessageId: string | null;
};

type Row = Omit<Place, "uidValidity"> & { uidValidity: string | null };

const place = ({ uidValidity, ...row }: Row): Place => ({
  ...row,
  uidValidity: uidValidity === null ? null : BigInt(uidValidity),
});

/** Those of `placementIds` that still exist, are not missing and belong to the folder's present generation. */
export function livePlaces(db: Db, placementIds: readonly number[]): Place[] {
  return prepared<Row>(db, `${selectPlaces} and p.id in (select value from json_each(?)) order by p.uid`)
    .all(JSON.stringify(placementIds))
    .map(place);
}

/** Where a message can be read from, those of `accountId` first; served by `placements_by_message`. */
export function placesOfMessage(db: Db, messageId: number, accountId: number): Place[] {
  return prepared<Row>(db, `${selectPlaces} and p.message_id = ? order by p.account_id <> ?, p.id`)
    .all(messageId, accountId)
    .map(place);
}

/** Placements whose folder was renumbered and that wait to be linked anew, or that lie there still: not gone for good. */
export function waitingPlacementIds(db: Db, placementIds: readonly number[]): number[] {
  return prepared<{ id: number }>(
    db,
    `select p.id from placements p join folders f on f.id = p.folder_id
     where p.id in (select value from json_each(?)) and p.missing_since is null and p.generation <> f.generation`,
  )
    .all(JSON.stringify(placementIds))
    .map((row) => row.id);
}

/** Those that have left where they lay after `since`, and may be found elsewhere yet. */
export function lostPlacementIds(db: Db, placementIds: readonly number[], since: Date): number[] {
  return prepared<number>(
    db,
    `select id from placements where id in (select value from json_each(?)) and missing_since > ?`,
  )
    .pluck()
    .all(JSON.stringify(placementIds), since.getTime());
}

/** UIDs under which a folder was known to hold the message before then. */
export function uidsKnownBefore(db: Db, messageId: number, folderId: number, before: Date): number[] {
  return prepared<{ uid: number }>(
    db,
    `select p.uid from placements p join folders f on f.id = p.folder_id and f.generation = p.generation
     where p.message_id = ? and p.folder_id = ? and p.created_at < ?`,
  )
    .all(messageId, folderId, before.getTime())
    .map((row) => row.uid);
}

/** What is stored of these UIDs of a folder, named as the server names it; served by `placements_by_folder_uid`. */
export function placementsAt(
  db: Db,
  accountId: number,
  { path, uidValidity }: { path: string; uidValidity: bigint },
  uids: readonly number[],
): { id: number; uid: number }[] {
  return prepared<{ id: number; uid: number }>(
    db,
    `select p.id, p.uid from folders f
     cross join json_each(?) j
     cross join placements p on p.folder_id = f.id and p.generation = f.generation and p.uid = j.value
     where f.account_id = ? and f.path = ? and f.uid_validity = ?`,
  ).all(JSON.stringify(uids), accountId, path, String(uidValidity));
}

const selectPlaces = `
  select p.id, p.message_id as messageId, p.account_id as accountId, m.conversation_id as conversationId, p.folder_id as folderId,
    p.generation, p.uid, f.path, f.uid_validity as uidValidity, m.internet_message_id as internetMessageId,
    p.moving_to_folder_id as movingToFolderId, f.role, f.holds_labels as holdsLabels, p.provider_message_id as providerMessageId
  from placements p
  join folders f on f.id = p.folder_id and f.generation = p.generation
  join messages m on m.id = p.message_id
  where p.missing_since is null`;
