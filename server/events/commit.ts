import type { Db, WriteOptions } from "#db/dialect/sqlite";
import { appendChanges } from "#db/queries/changes";
import type { Change } from "#lib/contracts/change";
import { now } from "../clock.ts";
import { store } from "../store.ts";
import { doorbell } from "./doorbell.ts";

/**
 * The one door to writing: rows and the changes that tell of them land in one transaction; the bell rings only after it.
 * Equal changes are told once. No network inside `work`.
 */
export async function commit<T>(
  work: (tx: Db, changed: (change: Change) => void) => Promise<T>,
  options?: WriteOptions,
): Promise<T> {
  const changes = new Map<string, Change>();
  const result = await store().write(async (tx) => {
    const value = await work(tx, (change) => changes.set(JSON.stringify(change), change));
    await appendChanges(tx, [...changes.values()], now());
    return value;
  }, options);
  if (changes.size > 0) doorbell().ring();
  return result;
}
