import { eq } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { accounts } from "../../schema/index.ts";

/** Empty for an account that is gone. */
export async function accountName(db: Db, accountId: number): Promise<string> {
  const [row] = await db.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, accountId));
  return row?.name ?? "";
}
