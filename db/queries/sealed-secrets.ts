import { asc } from "drizzle-orm";
import type { Db } from "../dialect/sqlite.ts";
import { accounts } from "../schema/index.ts";

/** The accounts' passwords as the vault sealed them: to find out whether this key opens this database. */
export async function sealedSecrets(db: Db, limit: number): Promise<{ accountId: number; secret: string }[]> {
  return db
    .select({ accountId: accounts.id, secret: accounts.secret })
    .from(accounts)
    .orderBy(asc(accounts.id))
    .limit(limit);
}
