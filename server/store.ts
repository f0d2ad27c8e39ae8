import { join } from "node:path";
import { open, type Store } from "#db/dialect/sqlite";
import { migrate } from "#db/migrate";
import { dataPath } from "./data-dir.ts";
import { forget, singleton } from "./singleton.ts";
import { waitingWriters } from "./waiting-writers.ts";

/** This thread's connections to the one database. */
export const store = (): Store => singleton("store", () => open(dataPath("inbox.db"), waitingWriters()));

export async function migrateStore(): Promise<void> {
  await migrate(store(), join(/* turbopackIgnore: true */ process.cwd(), "db/migrations/sqlite"));
}

export function closeStore(): void {
  store().close();
  forget("store");
}
