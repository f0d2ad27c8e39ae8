import { gte, lt, sql } from "drizzle-orm";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import { accountConnections, accountTraffic } from "../../schema/index.ts";

export type Traffic = { accountId: number; sentBytes: number; receivedBytes: number };

const hourMs = 60 * 60 * 1000;

/** Adds to what an account has used in this hour; nothing for one that is gone. */
export async function addTraffic(tx: Db, { accountId, sentBytes, receivedBytes }: Traffic, at: Date): Promise<void> {
  const hourAt = Math.floor(at.getTime() / hourMs) * hourMs;
  prepared(tx, addRow).run(accountId, hourAt, sentBytes, receivedBytes, accountId);
}

/** Heard of by its server at `at`. */
export async function noteContact(tx: Db, accountId: number, at: Date): Promise<void> {
  prepared(tx, `update accounts set last_contact_at = ? where id = ?`).run(at.getTime(), accountId);
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

/** How many connections an account has now; nothing for one that is gone. */
export async function setConnections(tx: Db, accountId: number, count: number, at: Date): Promise<void> {
  prepared(tx, setRow).run(accountId, count, at.getTime(), accountId);
}

/** The engine that had them is no more. */
export async function forgetConnections(tx: Db): Promise<void> {
  await tx.delete(accountConnections);
}

/** As measured since `since`: what is older is of an engine that ended without a word. */
export async function connectionsSince(db: Db, since: Date): Promise<Map<number, number>> {
  const rows = await db
    .select({ accountId: accountConnections.accountId, count: accountConnections.connectionCount })
    .from(accountConnections)
    .where(gte(accountConnections.measuredAt, since));
  return new Map(rows.map((row) => [row.accountId, row.count]));
}

const addRow = `
  insert into account_traffic (account_id, hour_at, sent_bytes, received_bytes)
  select ?, ?, ?, ? where exists (select 1 from accounts where id = ?)
  on conflict (account_id, hour_at) do update
  set sent_bytes = sent_bytes + excluded.sent_bytes, received_bytes = received_bytes + excluded.received_bytes`;

const setRow = `
  insert into account_connections (account_id, connection_count, measured_at)
  select ?, ?, ? where exists (select 1 from accounts where id = ?)
  on conflict (account_id) do update
  set connection_count = excluded.connection_count, measured_at = excluded.measured_at`;
