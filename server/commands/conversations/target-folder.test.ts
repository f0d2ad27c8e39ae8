import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { folders, operations } from "#db/schema/index";
import type { Agent } from "../../auth/agent.ts";
import { store } from "../../store.ts";
import { build } from "../../testing/build.ts";
import { useFreshStore } from "../../testing/fresh-store.ts";
import { moveConversation } from "./move-conversation.ts";

useFreshStore();

let agent: Agent;
let accountId: number;
let conversationId: number;

beforeEach(async () => {
  const account = await build.account();
  accountId = account.id;
  agent = await build.agent({ inboxIds: [account.inboxId] });
  const inbox = await build.folder({ accountId });
  const message = await build.message();
  conversationId = message.conversationId;
  await build.placement({ messageId: message.id, folderId: inbox.id });
});

const move = () => moveConversation(agent, conversationId, { role: "trash" });
const trashes = () => store().read.select().from(folders).where(eq(folders.role, "trash"));

describe("the folder that mail is thrown into", () => {
  it("is made where an account has none", async () => {
    await move();
    expect(await trashes()).toMatchObject([{ path: "Trash", roleSource: "name" }]);
  });

  it("is the one that the server's last list only left out", async () => {
    const left = await build.folder({ accountId, role: "trash", path: "Trash", missingSince: new Date() });
    await move();
    const [wish] = await store().read.select().from(operations);
    expect(wish?.payload).toEqual({ kind: "move", toFolderId: left.id });
    expect(await trashes()).toHaveLength(1);
  });

  it("has to be chosen where a mere container has its name", async () => {
    await build.folder({ accountId, role: "none", path: "Trash", selectable: false });
    await expect(move()).rejects.toMatchObject({ code: "conflict" });
  });
});
