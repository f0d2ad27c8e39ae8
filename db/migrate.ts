import { migrate as drizzleMigrate } from "drizzle-orm/better-sqlite3/migrator";
import type { Store } from "./dialect/sqlite.ts";

/**
 * Brings the schema up to date; does nothing when it is.
 * @param folder where the generated SQL lies
 */
export async function migrate(store: Store, folder: string): Promise<void> {
  await store.withoutTransaction((db) => drizzleMigrate(db, { migrationsFolder: folder }));
}
