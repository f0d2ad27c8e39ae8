/** A store of many mails, written straight through the schema: what years of a team's mail look like to a search. */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { open, type Store } from "#db/dialect/sqlite";
import { migrate } from "#db/migrate";
import { indexBatch } from "../../search/index-documents.ts";
import { insertAll } from "./insert-all.ts";

const indexAtOnce = 2000;

/**
 * Makes it once for each count of mails and each version; later calls find it in the folder.
 * @returns the data folder, with `inbox.db`
 */
export async function buildLargeStore(cacheFolder: string, mailCount: number, version: number): Promise<string> {
  const folder = join(cacheFolder, `${mailCount}-v${version}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const store = open(join(unfinished, "inbox.db"));
  await migrate(store, "db/migrations/sqlite");
  await unhurried(store);
  await insertAll(store, mailCount);
  while ((await indexBatch(store, indexAtOnce)) > 0);
  store.checkpoint();
  store.close();
  renameSync(unfinished, folder);
  return folder;
}

/** It can be made again: nothing waits for the disk. */
async function unhurried(store: Store): Promise<void> {
  await store.withoutTransaction((db) => {
    db.$client.pragma("synchronous = OFF");
    db.$client.pragma("cache_size = -400000");
    db.$client.pragma("wal_autocheckpoint = 40000");
  });
}
