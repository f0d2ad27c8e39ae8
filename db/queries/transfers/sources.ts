import { and, eq, inArray } from "drizzle-orm";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import { operations, type messageSources } from "../../schema/index.ts";

export type SourceRow = {
  messageId: number;
  /** The account's own bytes, if they are here. */
  blob: string | null;
  /** Bytes of the same mail from elsewhere: as we sent it, or as another account has it. */
  otherBlob: string | null;
  /** Whether it lies in the account now, so that its source can be had. */
  isPlaced: boolean;
};

/** What is here of these messages' sources; a message that is gone has no row. Served by `message_sources_by_message`. */
export function sourcesOf(db: Db, accountId: number, messageIds: readonly number[]): SourceRow[] {
  return prepared<Omit<SourceRow, "isPlaced"> & { isPlaced: number }>(db, selectSources)
    .all(accountId, accountId, JSON.stringify(messageIds), accountId)
    .map(({ messageId, blob, otherBlob, isPlaced }) => ({ messageId, blob, otherBlob, isPlaced: isPlaced === 1 }));
}

/** The first that came stays: a mail does not change (RFC 3501 §2.3.1.1). Nothing for a message or an account that is gone. */
export function keepAccountSource(tx: Db, row: typeof messageSources.$inferInsert): void {
  prepared(
    tx,
    `insert into message_sources (message_id, account_id, blob, size_bytes, created_at)
     select ?, ?, ?, ?, ? where exists (select 1 from messages where id = ?) and exists (select 1 from accounts where id = ?)
     on conflict do nothing`,
  ).run(row.messageId, row.accountId, row.blob, row.sizeBytes, row.createdAt.getTime(), row.messageId, row.accountId);
}

/** The newest wish for each of these sources from this account since then; served by `operations_by_message`. */
export async function sourceWishes(db: Db, accountId: number, messageIds: readonly number[], since: Date) {
  const rows = await db
    .select({
      id: operations.id,
      messageId: operations.messageId,
      state: operations.state,
      payload: operations.payload,
      createdAt: operations.createdAt,
      lastError: operations.lastError,
    })
    .from(operations)
    .where(
      and(
        inArray(operations.messageId, [...messageIds]),
        eq(operations.accountId, accountId),
        eq(operations.kind, "fetch-source"),
      ),
    )
    .orderBy(operations.id);
  const isOwn = (row: (typeof rows)[number]) => row.payload.kind === "fetch-source" && row.payload.own === true;
  const isOpen = (row: (typeof rows)[number]) => ["pending", "inflight", "uncertain"].includes(row.state);
  const counted = rows.filter((row) => isOwn(row) && (isOpen(row) || row.createdAt >= since));
  return new Map(counted.map((row) => [row.messageId ?? 0, { ...row, isOpen: isOpen(row) }]));
}

/** Where each of these messages lies in the account; served by `placements_by_message`. */
export function placesInAccount(db: Db, accountId: number, messageIds: readonly number[]): Map<number, number> {
  const rows = prepared<{ messageId: number; placementId: number }>(
    db,
    `select p.message_id as messageId, min(p.id) as placementId from placements p
     where p.message_id in (select value from json_each(?)) and p.account_id = ? and p.missing_since is null
     group by p.message_id`,
  ).all(JSON.stringify(messageIds), accountId);
  return new Map(rows.map((row) => [row.messageId, row.placementId]));
}

// A source of which is not known whose it is can only be this account's where no other has ever had the message.
const selectSources = `
  select m.id as messageId,
    coalesce(s.blob, case when not exists (
      select 1 from placements p where p.message_id = m.id and p.account_id <> ?) then m.source_blob end) as blob,
    coalesce(m.source_blob, (select x.source_blob from sends x where x.message_id = m.id limit 1)) as otherBlob,
    exists (
      select 1 from placements p where p.message_id = m.id and p.account_id = ? and p.missing_since is null) as isPlaced
  from json_each(?) j
  cross join messages m on m.id = j.value
  left join message_sources s on s.message_id = m.id and s.account_id = ?`;
