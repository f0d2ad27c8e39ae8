import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { conversations } from "#db/schema/index";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { actOnMany } from "./act-on-many.ts";

describe("several acts in one go", () => {
  useFreshStore();

  async function placed(accountId: number) {
    const folder = await build.folder({ accountId, role: "none" });
    const message = await build.message();
    await build.placement({ folderId: folder.id, messageId: message.id });
    return message.conversationId;
  }
  const statusOf = async (id: number) => {
    const [row] = await store().read.select().from(conversations).where(eq(conversations.id, id));
    return row?.status;
  };

  it("are all done but those that cannot be, and these are named", async () => {
    const account = await build.account();
    const agent = await build.agent({ inboxIds: [account.inboxId] });
    const [first, second] = [await placed(account.id), await placed(account.id)];
    const foreign = await placed((await build.account()).id);
    const close = { act: "status", status: "closed" } as const;
    const { failures } = await actOnMany(agent, [
      { conversationId: first, ...close },
      { conversationId: foreign, ...close },
      { conversationId: second, act: "assignee", assigneeId: 999 },
      { conversationId: second, ...close },
    ]);
    expect(failures).toEqual([
      { index: 1, code: "not_found", detail: "There is no such conversation." },
      { index: 2, code: "invalid", detail: "Only a member of one of its inboxes can take it." },
    ]);
    expect(await Promise.all([first, second, foreign].map(statusOf))).toEqual(["closed", "closed", "open"]);
  });

  it("on one conversation are done in their order", async () => {
    const account = await build.account();
    const agent = await build.agent({ inboxIds: [account.inboxId] });
    const id = await placed(account.id);
    await actOnMany(agent, [
      { conversationId: id, act: "status", status: "closed" },
      { conversationId: id, act: "status", status: "pending" },
    ]);
    expect(await statusOf(id)).toBe("pending");
  });
});
