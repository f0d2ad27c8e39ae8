/** Archives: accounts and folders whose mail is kept here, source by source. */
import { eq } from "drizzle-orm";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import { accounts, folders } from "../../schema/index.ts";

export type ArchivedAccount = { id: number; inboxId: number; keepsDeleted: boolean; folderIds: number[] };

/** Accounts that are live and have something to keep, with the folders whose mail is kept. */
export function archivedAccounts(db: Db): ArchivedAccount[] {
  const rows = prepared<{ id: number; inboxId: number; keepsDeleted: number; folderId: number }>(
    db,
    `select a.id, a.inbox_id as inboxId, a.keeps_deleted as keepsDeleted, f.id as folderId
     from accounts a join folders f on f.account_id = a.id
     where a.state = 'live' and a.removed_at is null and f.label is null and f.selectable = 1 and coalesce(f.archived, a.archived) = 1
     order by a.id, f.id`,
  ).all();
  return [...Map.groupBy(rows, (row) => row.id)].map(([id, all]) => ({
    id,
    inboxId: all[0]?.inboxId ?? 0,
    keepsDeleted: all[0]?.keepsDeleted === 1,
    folderIds: all.map((row) => row.folderId),
  }));
}

/** Messages in these folders behind `afterId` that are not kept as they should be; served by `placements_by_account`. */
export function messagesToKeep(
  db: Db,
  { id, keepsDeleted, folderIds }: ArchivedAccount,
  afterId: number,
  limit: number,
): { messageId: number; placementId: number }[] {
  return prepared<{ messageId: number; placementId: number }>(db, selectToKeep).all(
    id,
    afterId,
    JSON.stringify(folderIds),
    keepsDeleted ? 1 : 0,
    limit,
  );
}

/** Notes that a source is kept for good, with everything that an export would say of its mail. */
export function markKept(tx: Db, accountId: number, messageId: number, placementId: number): void {
  prepared(tx, updateKept).run(placementId, messageId, accountId);
}

export type ArchiveFolder = {
  folderId: number;
  path: string;
  isArchived: number;
  ownWord: number | null;
  totalCount: number;
  keptCount: number;
  keptBytes: number;
};

/** How much of each folder's mail is kept; served by `placements_by_folder_uid` and `message_sources_by_message`. */
export function archiveFolders(db: Db, accountId: number): ArchiveFolder[] {
  return prepared<ArchiveFolder>(db, selectFolders).all(accountId);
}

/** What is kept of mail that lies nowhere in the account any more. */
export function keptDeleted(db: Db, accountId: number): { count: number; bytes: number } {
  const row = prepared<{ count: number; bytes: number }>(
    db,
    `select count(*) as count, coalesce(sum(s.size_bytes), 0) as bytes from message_sources s
     where s.account_id = ? and s.kept_from is not null and not exists (
       select 1 from placements p where p.message_id = s.message_id and p.account_id = s.account_id and p.missing_since is null)`,
  ).get(accountId);
  return row ?? { count: 0, bytes: 0 };
}

export async function findArchive(db: Db, accountId: number) {
  const [row] = await db
    .select({ archived: accounts.archived, keepsDeleted: accounts.keepsDeleted })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return row;
}

export async function setAccountArchive(
  tx: Db,
  accountId: number,
  change: { archived: boolean; keepsDeleted: boolean },
): Promise<void> {
  await tx.update(accounts).set(change).where(eq(accounts.id, accountId));
}

export async function setFolderArchive(tx: Db, folderId: number, archived: boolean | null): Promise<void> {
  await tx.update(folders).set({ archived }).where(eq(folders.id, folderId));
}

const selectToKeep = `
  select p.message_id as messageId, min(p.id) as placementId
  from placements p
  left join message_sources s on s.message_id = p.message_id and s.account_id = p.account_id
  where p.account_id = ? and p.message_id > ? and p.missing_since is null
    and p.folder_id in (select value from json_each(?))
    and (s.message_id is null or (? = 1 and s.kept_from is null))
  group by p.message_id order by p.message_id limit ?`;

const updateKept = `
  update message_sources set kept_from = (
    select json_object(
      'uid', p.uid, 'path', f.path, 'subject', substr(m.subject, 1, 200), 'sender', m.from_address, 'sizeBytes', m.size_bytes,
      'receivedAt', p.received_at, 'seen', json(iif(p.seen, 'true', 'false')), 'flagged', json(iif(p.flagged, 'true', 'false')),
      'answered', json(iif(p.answered, 'true', 'false')), 'draft', json(iif(p.draft, 'true', 'false')),
      'deleted', json('false'), 'keywords', json(p.keywords), 'labels', json(p.labels))
    from placements p join folders f on f.id = p.folder_id join messages m on m.id = p.message_id where p.id = ?)
  where message_id = ? and account_id = ? and kept_from is null`;

const selectFolders = `
  select f.id as folderId, f.path, coalesce(f.archived, a.archived) as isArchived, f.archived as ownWord,
    count(p.id) as totalCount, count(s.message_id) as keptCount, coalesce(sum(s.size_bytes), 0) as keptBytes
  from accounts a join folders f on f.account_id = a.id
  left join placements p on p.folder_id = f.id and p.missing_since is null
  left join message_sources s on s.message_id = p.message_id and s.account_id = a.id
  where a.id = ? and f.label is null and f.selectable = 1 and f.missing_since is null
  group by f.id order by f.path`;
