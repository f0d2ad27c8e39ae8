import { describe, expect, it } from "vitest";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { listPlacements } from "./list-placements.ts";

describe("the placements of a folder", () => {
  useFreshStore();

  it("come by UID descending, page by page", async () => {
    const inbox = await build.inbox();
    const agent = await build.agent({ inboxIds: [inbox.id] });
    const folder = await build.folder({ accountId: (await build.account({ inboxId: inbox.id })).id });
    for (const uid of [7, 3, 12, 5]) await build.placement({ folderId: folder.id, uid });
    const first = await listPlacements(agent, folder.id, { limit: 3 });
    expect(first.items.map((item) => item.uid)).toEqual([12, 7, 5]);
    const second = await listPlacements(agent, folder.id, { limit: 3, cursor: first.nextCursor ?? "" });
    expect(second).toMatchObject({ items: [{ uid: 3 }], nextCursor: null });
  });

  it("show what the server is believed to hold", async () => {
    const inbox = await build.inbox();
    const agent = await build.agent({ inboxIds: [inbox.id] });
    const account = await build.account({ inboxId: inbox.id });
    const folder = await build.folder({ accountId: account.id, generation: 2 });
    const trash = await build.folder({ accountId: account.id, role: "trash" });
    const message = await build.message({ fromName: "Doe, Jane", fromAddress: "jane@customer.test", subject: "Hello" });
    const flags = { seen: true, flagged: true, keywords: ["$Label1"], labels: ["\\Important"] };
    await build.placement({ ...flags, messageId: message.id, folderId: folder.id, uid: 9, movingToFolderId: trash.id });
    await build.placement({ folderId: folder.id, uid: 8, missingSince: new Date() });
    await build.placement({ folderId: folder.id, uid: 99, generation: 1 });
    const { items } = await listPlacements(agent, folder.id, { limit: 50 });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      uid: 9,
      flags: expect.arrayContaining(["\\Seen", "\\Flagged", "$Label1"]),
      labels: ["\\Important"],
      messageId: message.id,
      internetMessageId: message.internetMessageId,
      subject: "Hello",
      from: '"Doe, Jane" <jane@customer.test>',
      sizeBytes: 1000,
      conversationId: message.conversationId,
    });
    expect((await listPlacements(agent, trash.id, { limit: 50 })).items).toEqual([]);
  });

  it("are for members of the inbox, admins not excepted", async () => {
    const inbox = await build.inbox();
    const folder = await build.folder({ accountId: (await build.account({ inboxId: inbox.id })).id });
    for (const wishes of [{ role: "admin" as const }, { inboxIds: [(await build.inbox()).id] }]) {
      const agent = await build.agent(wishes);
      await expect(listPlacements(agent, folder.id, { limit: 50 })).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("refuse a cursor of somebody's own making", async () => {
    const agent = await build.agent();
    const query = { limit: 50, cursor: "1 or 1=1" };
    await expect(listPlacements(agent, 1, query)).rejects.toMatchObject({ code: "malformed" });
  });
});
