import { deleteChangesBefore } from "#db/queries/changes";
import { now } from "../clock.ts";
import { store } from "../store.ts";

/** A browser that was away longer than this reads everything anew. */
const keptMs = 24 * 60 * 60 * 1000;

export async function trimChanges(): Promise<void> {
  await store().write((tx) => deleteChangesBefore(tx, new Date(now().getTime() - keptMs)));
}
