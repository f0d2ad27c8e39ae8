import { describe, expect, it } from "vitest";
import { messageBodies } from "#db/schema/index";
import { progressOf } from "#db/queries/search/progress";
import { dataPath } from "#server/data-dir";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { indexPending } from "./indexing-tasks.ts";

describe("the indexer's thread", () => {
  useFreshStore();

  const run = () =>
    indexPending({ databasePath: dataPath("inbox.db"), waitingWriters: new Int32Array(1), stopped: new Int32Array(1) });

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
});
