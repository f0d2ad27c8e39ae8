import { join } from "node:path";
import Database from "better-sqlite3";
import type { App } from "./app.ts";

/** Changes a running server's database behind its back, as a fault of ours would. @returns how many rows */
export function tamper(app: App, sql: string): number {
  const database = new Database(join(app.dataDir, "inbox.db"), { timeout: 10_000 });
  try {
    return database.prepare(sql).run().changes;
  } finally {
    database.close();
  }
}
