import { describe, expect, it } from "vitest";
import { keepBlob } from "#server/blobs";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { getAttachment } from "./get-attachment.ts";

const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"); // prettier-ignore

async function team() {
  const account = await build.account();
  const folder = await build.folder({ accountId: account.id });
  const { id: messageId, conversationId } = await build.message();
  await build.placement({ messageId, folderId: folder.id });
  const agent = await build.agent({ inboxIds: [account.inboxId] });
  const colleague = await build.agent({ inboxIds: [account.inboxId] });
  const stranger = await build.agent({ inboxIds: [(await build.inbox()).id] });
  return { agent, colleague, stranger, messageId, conversationId };
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

describe("a file of a message", () => {
  useFreshStore();

  async function file(messageId: number, content: Uint8Array, wishes: { filename?: string; contentType?: string }) {
    return build.attachment({ messageId, blob: await keepBlob(content), ...wishes });
  }

  it("is saved and not shown, under its own name, as a type that runs nothing", async () => {
    const { agent, messageId } = await team();
    const { id } = await file(messageId, bytes("<script>"), { filename: `ü"; x.html`, contentType: "text/html" });
    const response = await getAttachment(agent, id, true);
    expect(await response.text()).toBe("<script>");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="___ x.html"; filename*=UTF-8''%C3%BC%22%3B%20x.html`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    });
  });

  it("is shown when asked for and its first bytes prove a raster image, whatever it claims", async () => {
    const { agent, messageId } = await team();
    const image = await file(messageId, png, { contentType: "text/html" });
    const shown = await getAttachment(agent, image.id, true);
    expect([shown.headers.get("content-type"), shown.headers.get("content-disposition")]).toEqual([
      "image/png",
      "inline",
    ]);
    expect((await getAttachment(agent, image.id, false)).headers.get("content-disposition")).toMatch(/^attachment/);
    const svg = await file(messageId, bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"), { contentType: "image/png" });
    expect((await getAttachment(agent, svg.id, true)).headers.get("content-disposition")).toMatch(/^attachment/);
  });

  it("is not there for another inbox", async () => {
    const { stranger, messageId } = await team();
    const { id } = await file(messageId, png, {});
    await expect(getAttachment(stranger, id, false)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an upload", () => {
  useFreshStore();

  it("can be read by who uploaded it, and by colleagues once a draft in a conversation they see carries it", async () => {
    const { agent, colleague, stranger, conversationId } = await team();
    const { id } = await build.attachment({
      messageId: null,
      uploadedById: agent.id,
      blob: await keepBlob(bytes("hello")),
    });
    expect(await (await getAttachment(agent, id, false)).text()).toBe("hello");
    await expect(getAttachment(colleague, id, false)).rejects.toMatchObject({ code: "not_found" });
    await build.draft({ conversationId, authorId: agent.id, attachmentIds: [id] });
    expect((await getAttachment(colleague, id, false)).status).toBe(200);
    await expect(getAttachment(stranger, id, false)).rejects.toMatchObject({ code: "not_found" });
  });
});
