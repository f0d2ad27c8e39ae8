import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { messageBodies, messages } from "#db/schema/index";
import type { MessagePart } from "#lib/contracts/message-part";
import { keepBlob } from "#server/blobs";
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

  it("answers the source byte for byte", async () => {
    const { agent, id } = await mail({ text: "x" });
    const source = Buffer.from("Subject: caf\xe9\r\n\r\n\x00\xff bytes", "latin1");
    const sourceBlob = await keepBlob(source);
    await store().write(async (tx) => tx.update(messages).set({ sourceBlob }).where(eq(messages.id, id)));
    const response = await getMessageSource(agent, id);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(source);
    expect(response.headers.get("content-type")).toBe("message/rfc822");
    expect(response.headers.get("content-disposition")).toContain("attachment");
  });

  it("shows nothing of another inbox, nor what only another account of the conversation holds", async () => {
    const { id } = await mail({ text: "secret" });
    const stranger = await build.agent({ inboxIds: [(await build.inbox()).id] });
    const attempts = [
      getMessageText(stranger, id),
      getMessageBody(stranger, id, { images: true, theme: "light" }),
      getMessageSource(stranger, id),
    ];
    for (const outcome of await Promise.allSettled(attempts))
      expect(outcome).toMatchObject({ status: "rejected", reason: { code: "not_found" } });
  });
});

describe("a message's HTML", () => {
  useFreshStore();

  it("is a page of its own behind its own policy", async () => {
    const { agent, id } = await mail({ html: `<p onclick="x()">Hi</p><script>alert(1)</script><form><input></form>` });
    const response = await getMessageBody(agent, id, { images: false, theme: "light" });
    const page = await response.text();
    expect(response.headers.get("content-security-policy")).toBe(
      "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
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
    const plain = await (await getMessageBody(agent, id, { images: false, theme: "light" })).text();
    expect(plain).toContain(`/api/attachments/${logo.id}?inline=1`);
    expect(plain).not.toContain("tracker.test");
    expect(await getMessageText(agent, id)).toMatchObject({ hasHtml: true, remoteImageCount: 1 });
    const shown = await (await getMessageBody(agent, id, { images: true, theme: "light" })).text();
    expect(shown).toContain(`/api/images?message=${id}&amp;url=https%3A%2F%2Ftracker.test%2Fx.png&amp;sig=`);
    await closePool();
  });

  it("is the text, with nothing of it read as HTML, where a mail has none", async () => {
    const { agent, id } = await mail({ text: "<b>1 < 2</b>" });
    const page = await (await getMessageBody(agent, id, { images: false, theme: "light" })).text();
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
