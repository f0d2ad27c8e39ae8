import { count, sql } from "drizzle-orm";
import type { Db } from "../dialect/sqlite.ts";
import { accounts, agents, conversations, messages, operations, quarantine, sends } from "../schema/index.ts";

/** What a backup is compared with. */
export async function rowCounts(db: Db) {
  const of = async (table: typeof agents | typeof accounts | typeof conversations | typeof messages | typeof sends) =>
    (await db.select({ total: count() }).from(table))[0]?.total ?? 0;
  return {
    agents: await of(agents),
    accounts: await of(accounts),
    conversations: await of(conversations),
    messages: await of(messages),
    sends: await of(sends),
  };
}

/** Wishes to servers by state, settled ones left out; served by `operations_by_state`. */
export async function operationCounts(db: Db): Promise<{ state: string; total: number }[]> {
  return db
    .select({ state: operations.state, total: count() })
    .from(operations)
    .where(sql`${operations.state} in ('pending', 'inflight', 'uncertain', 'failed')`)
    .groupBy(operations.state);
}

export async function sendCounts(db: Db): Promise<{ state: string; total: number }[]> {
  return db.select({ state: sends.state, total: count() }).from(sends).groupBy(sends.state);
}

export async function quarantineCount(db: Db): Promise<number> {
  return (await db.select({ total: count() }).from(quarantine))[0]?.total ?? 0;
}
