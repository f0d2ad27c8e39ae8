import { describe, expect, it } from "vitest";
import { messageBodies } from "#db/schema/index";
import { readIndex } from "#db/queries/search/read-index";
import { progressOf } from "#db/queries/search/progress";
import { dataPath } from "#server/data-dir";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { indexPending, warmIndex } from "./indexing-tasks.ts";

describe("the indexer's thread", () => {
  useFreshStore();

  const task = () => ({
    databasePath: dataPath("inbox.db"),
    waitingWriters: new Int32Array(1),
    stopped: new Int32Array(1),
  });
  const run = () => indexPending(task());

  it("indexes all that waits, and says how many mails can be found by their text", async () => {
    const account = await build.account();
    const folder = await build.folder({ accountId: account.id });
    const other = await build.placement({ folderId: (await build.folder()).id });
    const first = await build.placement({ folderId: folder.id });
    await build.placement({ folderId: folder.id });
    await run();
    expect(await progressOf(store().read, [account.inboxId])).toEqual({ messageCount: 2, textCount: 0 });
    await store().write(async (tx) => {
      tx.insert(messageBodies).values({ messageId: first.messageId, text: "here" }).run();
      tx.run(`update messages set body_state = 'stored' where id = ${first.messageId}`);
    });
    await run();
    expect(await progressOf(store().read, [account.inboxId])).toEqual({ messageCount: 2, textCount: 1 });
    expect(other.messageId).not.toBe(first.messageId);
  });

  it("reads the whole index ahead, as far as there is room for it, unless the engine stops", async () => {
    const folder = await build.folder();
    for (let count = 0; count < 50; count++) await build.placement({ folderId: folder.id });
    await run();
    const size = store().read.$client.prepare("select sum(length(block)) from search_index_data").pluck().get();
    expect(size).toBeGreaterThan(0);
    expect(await warmIndex({ ...task(), bytesMax: Infinity })).toBe(size);
    let [block, bytes]: [number | null, number] = [0, 0];
    while (block !== null) {
      const next = readIndex(store().read, block, 1);
      block = next.lastBlock;
      bytes += next.bytes;
    }
    expect(bytes).toBe(size);
    expect(await warmIndex({ ...task(), bytesMax: 0 })).toBe(0);
    expect(await warmIndex({ ...task(), bytesMax: Infinity, stopped: new Int32Array([1]) })).toBe(0);
  });
});
