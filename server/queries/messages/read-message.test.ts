import { eq } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { messageBodies, messages, operations } from "#db/schema/index";
import type { MessagePart } from "#lib/contracts/message-part";
import { keepBlob } from "#server/blobs";
import { fetchBody } from "#server/commands/messages/fetch-body";
import { fetchSource } from "#server/commands/messages/fetch-source";
import { wishForContent } from "#server/commands/messages/wish-for-content";
import { commit } from "#server/events/commit";
import { doorbell } from "#server/events/doorbell";
import { closePool } from "#server/pool";
import { forget } from "#server/singleton";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { getMessageBody } from "./get-message-body.ts";
import { getMessageSource } from "./get-message-source.ts";
import { getMessageText } from "./get-message-text.ts";

type AccountWishes = NonNullable<Parameters<typeof build.account>[0]>;

async function mail(body?: { text?: string; html?: string }, wishes: AccountWishes = {}) {
  forget("safe-bodies");
  const account = await build.account(wishes);
  const agent = await build.agent({ inboxIds: [account.inboxId] });
  const folder = await build.folder({ accountId: account.id });
  const message = await build.message(body ? { bodyState: "stored" } : {});
  await build.placement({ messageId: message.id, folderId: folder.id });
  if (body) await store().write(async (tx) => tx.insert(messageBodies).values({ messageId: message.id, ...body }));
  return { account, agent, id: message.id, conversationId: message.conversationId };
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

describe("reading a message", () => {
  useFreshStore();

  it("splits what it says from what it answers", async () => {
    const { agent, id } = await mail({ text: "Thanks!\n\nOn Monday, Ada wrote:\n> Hello" });
    expect(await getMessageText(agent, id)).toMatchObject({
      visibleText: "Thanks!",
      quotedText: expect.stringContaining("> Hello"),
      hasHtml: false,
    });
  });

  it("wishes for a body that is not here, ahead of everything else, and waits for it", async () => {
    const { agent, id, account } = await mail();
    serveWishes("done", storeText("Here I am"));
    await fetchBody(agent, id);
    expect((await getMessageText(agent, id)).text).toBe("Here I am");
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
    const paused = await mail(undefined, { state: "paused" });
    await expect(fetchBody(paused.agent, paused.id)).rejects.toMatchObject({ code: "unavailable" });
  });

  it("answers the source byte for byte", async () => {
    const { agent, id } = await mail({ text: "x" });
    const source = Buffer.from("Subject: caf\xe9\r\n\r\n\x00\xff bytes", "latin1");
    serveWishes("done", async (messageId) => {
      const sourceBlob = await keepBlob(source);
      await store().write(async (tx) => tx.update(messages).set({ sourceBlob }).where(eq(messages.id, messageId)));
    });
    await fetchSource(agent, id);
    const response = await getMessageSource(agent, id);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(source);
    expect(response.headers.get("content-type")).toBe("message/rfc822");
    expect(response.headers.get("content-disposition")).toContain("attachment");
  });

  it("shows nothing of another inbox, nor what only another account of the conversation holds", async () => {
    const { id } = await mail({ text: "secret" });
    const stranger = await build.agent({ inboxIds: [(await build.inbox()).id] });
    const attempts = [
      fetchBody(stranger, id),
      fetchSource(stranger, id),
      getMessageText(stranger, id),
      getMessageBody(stranger, id, true),
      getMessageSource(stranger, id),
    ];
    for (const outcome of await Promise.allSettled(attempts))
      expect(outcome).toMatchObject({ status: "rejected", reason: { code: "not_found" } });
    expect(await store().read.select().from(operations)).toEqual([]);
  });
});

describe("a message's HTML", () => {
  useFreshStore();

  it("is a page of its own behind its own policy", async () => {
    const { agent, id } = await mail({ html: `<p onclick="x()">Hi</p><script>alert(1)</script><form><input></form>` });
    const response = await getMessageBody(agent, id, false);
    const page = await response.text();
    expect(response.headers.get("content-security-policy")).toBe(
      "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
    );
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "private, no-store",
    });
    expect(page).toContain("<p>Hi</p>");
    expect(page).not.toMatch(/script|onclick|<form|<input/);
    await closePool();
  });

  it("shows images of the mail itself by our own address, remote ones only when asked for and through the proxy", async () => {
    const { agent, id } = await mail({ html: `<img src="cid:logo"><img src="https://tracker.test/x.png">` });
    const logo = await build.attachment({ messageId: id, contentId: "logo", inline: true, contentType: "image/png" });
    const plain = await (await getMessageBody(agent, id, false)).text();
    expect(plain).toContain(`/api/attachments/${logo.id}?inline=1`);
    expect(plain).not.toContain("tracker.test");
    expect(await getMessageText(agent, id)).toMatchObject({ hasHtml: true, remoteImageCount: 1 });
    const shown = await (await getMessageBody(agent, id, true)).text();
    expect(shown).toContain(`/api/images?message=${id}&amp;url=https%3A%2F%2Ftracker.test%2Fx.png&amp;sig=`);
    await closePool();
  });

  it("is the text, with nothing of it read as HTML, where a mail has none", async () => {
    const { agent, id } = await mail({ text: "<b>1 < 2</b>" });
    const page = await (await getMessageBody(agent, id, false)).text();
    expect(page).toContain("&#60;b&#62;1 &#60; 2");
  });

  it("is told of before the body is here", async () => {
    const part: MessagePart = {
      part: "1", contentType: "text/html", charset: "utf-8", encoding: "7bit", sizeBytes: 1, filename: "", contentId: "", disposition: "",
    }; // prettier-ignore
    const { agent, id, conversationId } = await mail();
    await store().write(async (tx) =>
      tx
        .update(messages)
        .set({ parts: [part] })
        .where(eq(messages.id, id)),
    );
    const { getConversation } = await import("../conversations/get-conversation.ts");
    expect((await getConversation(agent, conversationId)).messages[0]).toMatchObject({ hasHtml: true });
  });
});
