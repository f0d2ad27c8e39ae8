import { setImmediate } from "node:timers/promises";
import {
  forgetUnreferenced,
  noteUnreferenced,
  unreferencedOf,
  unreferencedSince,
} from "#db/queries/timers/unreferenced-blobs";
import { removeBlob, storedBlobs } from "../blobs.ts";
import { now } from "../clock.ts";
import { log } from "../log.ts";
import { store } from "../store.ts";

const hourMs = 60 * 60 * 1000;
/** Long enough for a backup that began before, and for whoever copies a reference. */
const graceMs = 24 * hourMs;
/** Content is kept before it is referred to. */
const freshMs = hourMs;

/**
 * Takes away content that nothing has referred to for a day: of mail that is forgotten, accounts that are removed, uploads that nobody sent.
 * Half a removal that a kill left behind is put right by the way.
 */
export async function sweepBlobs(): Promise<void> {
  const at = now();
  const ago = (ms: number) => new Date(at.getTime() - ms);
  let removedCount = 0;
  let freedBytes = 0;
  for await (const { prefix, hashes } of storedBlobs(ago(freshMs))) {
    await store().write(async (tx) => noteUnreferenced(tx, prefix, unreferencedOf(tx, hashes), at));
    for (const hash of unreferencedSince(store().read, prefix, ago(graceMs))) {
      // Somebody may have come to refer to it while others went.
      if (unreferencedOf(store().read, [hash]).length === 0) continue;
      const bytes = await removeBlob(hash, ago(freshMs));
      if (bytes === 0) continue;
      removedCount += 1;
      freedBytes += bytes;
      await store().write(async (tx) => forgetUnreferenced(tx, [hash]));
    }
    await setImmediate();
  }
  if (removedCount > 0)
    log("timers").info("Content that nothing referred to was removed.", { removedCount, freedBytes });
}
