import { eq, inArray } from "drizzle-orm";
import { folders, operations } from "#db/schema/index";
import { store } from "../store.ts";

/** Wishes that are not carried out yet, or of which nobody knows whether they are. */
export function openOperations() {
  return store()
    .read.select()
    .from(operations)
    .where(inArray(operations.state, ["pending", "inflight", "uncertain"]));
}

/** Wishes that were given up though they could be carried out: all but moves to a folder that there is no more. */
export async function failedOperations() {
  const failed = await store().read.select().from(operations).where(eq(operations.state, "failed"));
  const existing = new Set((await store().read.select({ id: folders.id }).from(folders)).map(({ id }) => id));
  return failed.filter(({ payload }) => payload.kind !== "move" || existing.has(payload.toFolderId));
}
