import { eq, inArray, sql } from "drizzle-orm";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import { accounts, searchProgress } from "../../schema/index.ts";

export type AccountProgress = { accountId: number; messageCount: number; textCount: number };

/** Counts over all placements, which takes a second a million: not for a thread that others wait for. */
export function countProgress(db: Db, version: number): AccountProgress[] {
  return prepared<AccountProgress>(db, selectCounts).all(version);
}

export async function saveProgress(tx: Db, counts: readonly AccountProgress[], countedAt: Date): Promise<void> {
  for (const one of counts)
    prepared(tx, upsert).run(one.messageCount, one.textCount, countedAt.getTime(), one.accountId);
}

/** The sums over the accounts of these inboxes. */
export async function progressOf(db: Db, inboxIds: number[]): Promise<{ messageCount: number; textCount: number }> {
  const [sums] = await db
    .select({
      messageCount: sql<number>`coalesce(sum(${searchProgress.messageCount}), 0)`,
      textCount: sql<number>`coalesce(sum(${searchProgress.textCount}), 0)`,
    })
    .from(accounts)
    .innerJoin(searchProgress, eq(searchProgress.accountId, accounts.id))
    .where(inArray(accounts.inboxId, inboxIds));
  return sums ?? { messageCount: 0, textCount: 0 };
}

/** As it was counted last. */
export function isSearchComplete(db: Db): boolean {
  return prepared<number>(db, selectIncomplete).pluck().get() === 0;
}

/** While history comes in, everything else makes way. */
export function isHistoryComing(db: Db): boolean {
  return prepared<number>(db, `select exists (select 1 from accounts where state = 'syncing')`).pluck().get() === 1;
}

const selectIncomplete = `select exists (select 1 from search_progress where text_count < message_count)`;

// A mail whose text cannot be had counts as searchable: all that is known of it is.
const selectCounts = `
  select account_id as accountId, count(*) as messageCount, coalesce(sum(isText), 0) as textCount from (
    select distinct p.account_id, p.message_id, m.body_state <> 'none' and d.version >= ? as isText
    from placements p join messages m on m.id = p.message_id
    left join search_documents d on d.message_id = m.id where p.missing_since is null
  ) group by account_id`;

const upsert = `
  insert into search_progress (account_id, message_count, text_count, counted_at)
  select id, ?, ?, ? from accounts where id = ?
  on conflict (account_id) do update
    set message_count = excluded.message_count, text_count = excluded.text_count, counted_at = excluded.counted_at`;
