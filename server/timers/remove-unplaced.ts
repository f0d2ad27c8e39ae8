import { setImmediate } from "node:timers/promises";
import {
  lastMessageId,
  noteUnplaced,
  removeUnplacedMessages,
  wronglyNoted,
} from "#db/queries/timers/unplaced-messages";
import { now } from "../clock.ts";
import { log } from "../log.ts";
import { store } from "../store.ts";

const keptMs = 30 * 24 * 60 * 60 * 1000;
/** Ids looked at in one go, and messages removed in one commit: a few milliseconds each. */
const strideIds = 5000;
const removedMax = 200;

/**
 * Lets go of mail that its servers have let go of: what has lain in no folder for 30 days and nobody has worked on. Until then it is
 * known again should it turn up, with its conversation: a backup that is restored, a folder that was away.
 */
export async function removeUnplaced(): Promise<void> {
  const last = lastMessageId(store().read);
  for (let afterId = 0; afterId < last; afterId += strideIds) {
    const ids = wronglyNoted(store().read, afterId, strideIds);
    if (ids.length > 0) await store().write(async (tx) => noteUnplaced(tx, ids, now()));
    await setImmediate();
  }
  const before = new Date(now().getTime() - keptMs);
  let removedCount = 0;
  for (let count = removedMax; count === removedMax; removedCount += count) {
    count = await store().write(async (tx) => removeUnplacedMessages(tx, before, removedMax));
  }
  if (removedCount > 0) log("timers").info("Messages that lay in no folder were removed.", { removedCount });
}
