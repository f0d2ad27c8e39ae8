import { eq } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { findMessage } from "#db/queries/conversations/message-content";
import { messageBodies, messages, operations } from "#db/schema/index";
import { commit } from "#server/events/commit";
import { doorbell } from "#server/events/doorbell";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { fetchBody } from "./fetch-body.ts";
import { fetchSource } from "./fetch-source.ts";
import { wishForContent } from "./wish-for-content.ts";

type AccountWishes = NonNullable<Parameters<typeof build.account>[0]>;

async function mail(wishes: AccountWishes = {}) {
  const account = await build.account(wishes);
  const agent = await build.agent({ inboxIds: [account.inboxId] });
  const folder = await build.folder({ accountId: account.id });
  const { messageId: id } = await build.placement({ folderId: folder.id });
  return { account, agent, id };
}

/** What the outbox does with a wish, told in a few words. */
function serveWishes(outcome: "done" | "failed", give: (messageId: number) => Promise<void>): void {
  const served = new Set<number>();
  const serve = async () => {
    const rows = await store().read.select().from(operations).where(eq(operations.state, "pending"));
    for (const row of rows) {
      if (served.has(row.id) || row.messageId === null) continue;
      served.add(row.id);
      await give(row.messageId);
      await commit(async (tx, changed) => {
        await tx.update(operations).set({ state: outcome }).where(eq(operations.id, row.id));
        changed({ type: "workspace.changed" });
      });
    }
  };
  onTestFinished(doorbell().listen(() => void serve()));
}

const storeText = (text: string) => async (messageId: number) => {
  await store().write(async (tx) => {
    await tx.insert(messageBodies).values({ messageId, text });
    await tx.update(messages).set({ bodyState: "stored" }).where(eq(messages.id, messageId));
  });
};

describe("asking for what is not here", () => {
  useFreshStore();

  it("wishes for a body that is not here, ahead of everything else, and waits for it", async () => {
    const { agent, id, account } = await mail();
    serveWishes("done", storeText("Here I am"));
    await fetchBody(agent, id);
    expect(await findMessage(store().read, agent.inboxIds, id)).toMatchObject({ text: "Here I am" });
    const [wish] = await store().read.select().from(operations);
    expect(wish).toMatchObject({ kind: "fetch-body", priority: 0, accountId: account.id, messageId: id });
  });

  it("hurries a wish that waits in the background instead of adding another", async () => {
    const { agent, id, account } = await mail();
    await build.operation({ accountId: account.id, messageId: id, priority: 2 });
    serveWishes("done", storeText("Here I am"));
    await fetchBody(agent, id);
    const rows = await store().read.select().from(operations);
    expect(rows.map((row) => row.priority)).toEqual([0]);
  });

  it("asks to come back when the server does not answer, fails, or is not connected", async () => {
    const { agent, id } = await mail();
    await expect(wishForContent(agent, id, { kind: "fetch-source" }, 0)).rejects.toMatchObject({ code: "unavailable" });
    serveWishes("failed", async () => undefined);
    const failing = wishForContent(agent, id, { kind: "fetch-body" });
    await expect(failing).rejects.toMatchObject({ code: "unavailable", details: { retryAfterSeconds: 30 } });
    const paused = await mail({ state: "paused" });
    await expect(fetchBody(paused.agent, paused.id)).rejects.toMatchObject({ code: "unavailable" });
  });

  it("settles for what is here once a body cannot be had", async () => {
    const { agent, id } = await mail();
    serveWishes("failed", async (messageId) => {
      await store().write(async (tx) =>
        tx.update(messages).set({ bodyState: "failed" }).where(eq(messages.id, messageId)),
      );
    });
    await fetchBody(agent, id);
    await fetchBody(agent, id);
    expect(await store().read.select().from(operations)).toHaveLength(1);
  });

  it("is nothing that an agent of another inbox can make happen", async () => {
    const { id } = await mail();
    const stranger = await build.agent({ inboxIds: [(await build.inbox()).id] });
    for (const outcome of await Promise.allSettled([fetchBody(stranger, id), fetchSource(stranger, id)]))
      expect(outcome).toMatchObject({ status: "rejected", reason: { code: "not_found" } });
    expect(await store().read.select().from(operations)).toEqual([]);
  });
});
