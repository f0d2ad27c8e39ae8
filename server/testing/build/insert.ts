import type { Db } from "#db/dialect/sqlite";
import { store } from "#server/store";

let last = 0;

/** A number that no other row of this test file has. */
export const nextNumber = () => (last += 1);

/** The row as the store keeps it, with what it filled in. */
export async function insertOne<Row>(insert: (tx: Db) => Promise<Row[]>): Promise<Row> {
  const [row] = await store().write(insert);
  if (!row) throw new Error("An insert returned no row.");
  return row;
}
