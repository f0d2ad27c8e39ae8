import { describe, expect, it } from "vitest";
import { placements } from "#db/schema/index";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { eq } from "drizzle-orm";
import { moveConversation } from "./move-conversation.ts";
import { takeBackMove } from "./take-back-move.ts";

describe("taking a move back", () => {
  useFreshStore();

  async function desk() {
    const account = await build.account();
    const agent = await build.agent({ inboxIds: [account.inboxId] });
    const folder = (path: string) => build.folder({ accountId: account.id, path, name: path, role: "none" });
    const [old, other] = [await folder("Old"), await folder("Other")];
    const message = await build.message();
    const placement = await build.placement({ messageId: message.id, folderId: old.id });
    return { agent, old, other, conversationId: message.conversationId, placement };
  }

  it("brings mail back to the very folder that it came from, after the server has moved it", async () => {
    const { agent, old, other, conversationId, placement } = await desk();
    await moveConversation(agent, conversationId, { folderId: other.id });
    await store().write(async (tx) => {
      await tx.update(placements).set({ folderId: other.id, movingToFolderId: null }).where(eq(placements.id, placement.id)); // prettier-ignore
    });
    await takeBackMove(agent, conversationId);
    const [row] = await store().read.select().from(placements);
    expect(row?.movingToFolderId).toBe(old.id);
  });

  it("is refused where this agent has moved nothing", async () => {
    const { agent, conversationId } = await desk();
    await expect(takeBackMove(agent, conversationId)).rejects.toMatchObject({ code: "conflict" });
  });
});
