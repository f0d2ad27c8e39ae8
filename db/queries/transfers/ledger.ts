import { and, eq, inArray, sql } from "drizzle-orm";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import { folders, messages, placements, transferItems } from "../../schema/index.ts";

export type LedgerItem = typeof transferItems.$inferInsert;

/** What was written down of these mails, by key; served by `transfer_items_by_key`. */
export async function itemsByKeys(db: Db, transferId: number, keys: readonly string[]) {
  const rows = await db
    .select({ key: transferItems.key, state: transferItems.state, facts: transferItems.facts })
    .from(transferItems)
    .where(and(eq(transferItems.transferId, transferId), inArray(transferItems.key, [...keys])));
  return new Map(rows.map((row) => [row.key, row]));
}

/** Writes down what is so of each mail now, in place of what was. */
export async function putItems(tx: Db, items: readonly LedgerItem[]): Promise<void> {
  if (items.length === 0) return;
  const set = { state: sql`excluded.state`, code: sql`excluded.code`, facts: sql`excluded.facts` };
  await tx
    .insert(transferItems)
    .values([...items])
    .onConflictDoUpdate({ target: [transferItems.transferId, transferItems.key], set });
}

/** Mails that were or may have been put into a folder of an account since its next UID was `fromUid`; served by `transfer_items_by_key`. */
export async function claimsOn(db: Db, transferId: number, target: string, fromUid: number) {
  return db
    .select({ key: transferItems.key, state: transferItems.state, facts: transferItems.facts })
    .from(transferItems)
    .where(
      and(
        eq(transferItems.transferId, transferId),
        inArray(transferItems.state, ["intended", "done"]),
        sql`${transferItems.facts} ->> '$.target' = ${target}`,
        sql`${transferItems.facts} ->> '$.fromUid' >= ${fromUid}`,
      ),
    )
    .orderBy(transferItems.id);
}

/** UIDs that mails of this transfer turned out to be there already as. */
export function uidsThereAlready(db: Db, transferId: number, target: string): number[] {
  return prepared<{ uid: number }>(
    db,
    `select facts ->> '$.uid' as uid from transfer_items
     where transfer_id = ? and state = 'skipped' and facts ->> '$.target' = ? and facts ->> '$.uid' is not null`,
  )
    .all(transferId, target)
    .map((row) => row.uid);
}

/** What became of the mails of a transfer, by the folder that they were put into. */
export function outcomeByTarget(db: Db, transferId: number) {
  return prepared<{ target: string; done: number; skipped: number; failed: number }>(
    db,
    `select coalesce(facts ->> '$.target', facts ->> '$.path', '') as target, sum(state = 'done') as done, sum(state = 'skipped') as skipped,
       sum(state = 'failed') as failed
     from transfer_items where transfer_id = ? group by 1 having done + skipped + failed > 0 order by min(id)`,
  ).all(transferId);
}

/** From how many accounts the mails of an export come that is brought in; served by `transfer_items_by_key`. */
export function manifestAccountCount(db: Db, transferId: number): number {
  const row = prepared<{ count: number }>(
    db,
    `select count(distinct facts ->> '$.account') as count from transfer_items
     where transfer_id = ? and key >= 'manifest ' and key < 'manifest!'`,
  ).get(transferId);
  return row?.count ?? 0;
}

/** What the store knows of a folder's mail below a UID; nothing of a folder that it does not hold. */
export async function knownPlacements(db: Db, accountId: number, path: string, uidValidity: bigint, belowUid: number) {
  return db
    .select({ uid: placements.uid, internetMessageId: messages.internetMessageId, receivedAt: placements.receivedAt })
    .from(folders)
    .innerJoin(placements, and(eq(placements.folderId, folders.id), eq(placements.generation, folders.generation)))
    .innerJoin(messages, eq(messages.id, placements.messageId))
    .where(
      and(
        eq(folders.accountId, accountId),
        eq(folders.path, path),
        eq(folders.uidValidity, uidValidity),
        sql`${placements.uid} < ${belowUid}`,
      ),
    )
    .orderBy(placements.uid);
}
