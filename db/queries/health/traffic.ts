import { gte, lt, sql } from "drizzle-orm";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import type { AccountSeat } from "#lib/contracts/vocabulary";
import { hourOf } from "#lib/hour-of";
import { accountConnections, accountTraffic } from "../../schema/index.ts";

export type Traffic = { accountId: number; sentBytes: number; receivedBytes: number };

/** Adds to what accounts have used in this hour, in one statement; nothing for those that are gone. */
export function addTraffic(tx: Db, used: readonly Traffic[], at: Date): void {
  const rows = used.map(({ accountId, sentBytes, receivedBytes }) => [accountId, sentBytes, receivedBytes]);
  prepared(tx, addRows).run(hourOf(at), JSON.stringify(rows));
}

/** Heard of by their servers at `at`. */
export function noteContacts(tx: Db, accountIds: readonly number[], at: Date): void {
  prepared(tx, `update accounts set last_contact_at = ? where id in (select value from json_each(?))`).run(
    at.getTime(),
    JSON.stringify(accountIds),
  );
}

export async function deleteTrafficBefore(tx: Db, before: Date): Promise<void> {
  await tx.delete(accountTraffic).where(lt(accountTraffic.hourAt, before));
}

/** Of every account, from the hour of `since` on; served by `account_traffic_by_account_hour`. */
export async function trafficSince(db: Db, since: Date): Promise<Map<number, Traffic>> {
  const rows = await db
    .select({
      accountId: accountTraffic.accountId,
      sentBytes: sql<number>`sum(${accountTraffic.sentBytes})`,
      receivedBytes: sql<number>`sum(${accountTraffic.receivedBytes})`,
    })
    .from(accountTraffic)
    .where(gte(accountTraffic.hourAt, since))
    .groupBy(accountTraffic.accountId);
  return new Map(rows.map((row) => [row.accountId, row]));
}

/** Hour by hour, of every account, from the hour of `since` on. */
export function hourlyTrafficSince(db: Db, since: Date): (Traffic & { hourAt: Date })[] {
  return db
    .select({
      accountId: accountTraffic.accountId,
      hourAt: accountTraffic.hourAt,
      sentBytes: accountTraffic.sentBytes,
      receivedBytes: accountTraffic.receivedBytes,
    })
    .from(accountTraffic)
    .where(gte(accountTraffic.hourAt, since))
    .all();
}

export type Connections = { count: number; seat: AccountSeat };

/** How many connections an account has now, and whether it keeps them; nothing for one that is gone. */
export function setConnections(tx: Db, accountId: number, { count, seat }: Connections, at: Date): void {
  prepared(tx, setRow).run(accountId, count, seat, at.getTime(), accountId);
}

/** The engine that had them is no more. */
export async function forgetConnections(tx: Db): Promise<void> {
  await tx.delete(accountConnections);
}

/** As the engine wrote it down last; it forgets them all when it starts and when it ends. */
export async function connectionsOf(db: Db): Promise<Map<number, Connections>> {
  const rows = await db
    .select({
      accountId: accountConnections.accountId,
      count: accountConnections.connectionCount,
      seat: accountConnections.seat,
    })
    .from(accountConnections);
  return new Map(rows.map(({ accountId, count, seat }) => [accountId, { count, seat }]));
}

const addRows = `
  insert into account_traffic (account_id, hour_at, sent_bytes, received_bytes)
  select used.value ->> 0, ?, used.value ->> 1, used.value ->> 2
  from json_each(?) used join accounts on accounts.id = used.value ->> 0
  where true
  on conflict (account_id, hour_at) do update
  set sent_bytes = sent_bytes + excluded.sent_bytes, received_bytes = received_bytes + excluded.received_bytes`;

const setRow = `
  insert into account_connections (account_id, connection_count, seat, measured_at)
  select ?, ?, ?, ? where exists (select 1 from accounts where id = ?)
  on conflict (account_id) do update
  set connection_count = excluded.connection_count, seat = excluded.seat, measured_at = excluded.measured_at`;
