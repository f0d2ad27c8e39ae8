import { describe, expect, it } from "vitest";
import type { Agent } from "#server/auth/agent";
import { keepBlob } from "#server/blobs";
import { getAttachment } from "#server/queries/attachments/get-attachment";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { copyAttachment } from "./copy-attachment.ts";
import { discardUpload } from "./discard-upload.ts";
import { fetchAttachment } from "./fetch-attachment.ts";
import { keepUpload } from "./keep-upload.ts";

const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"); // prettier-ignore

async function team() {
  const account = await build.account();
  const folder = await build.folder({ accountId: account.id });
  const { messageId } = await build.placement({ folderId: folder.id });
  const agent = await build.agent({ inboxIds: [account.inboxId] });
  const colleague = await build.agent({ inboxIds: [account.inboxId] });
  const stranger = await build.agent({ inboxIds: [(await build.inbox()).id] });
  return { agent, colleague, stranger, messageId };
}

async function formOf(...files: [name: string, content: Uint8Array<ArrayBuffer>, type?: string][]): Promise<Request> {
  const form = new FormData();
  for (const [name, content, type = "text/plain"] of files) form.append("file", new File([content], name, { type }));
  const encoded = new Response(form);
  const headers = { "content-type": encoded.headers.get("content-type") ?? "" };
  return new Request("http://localhost:3000/api/uploads", {
    method: "POST",
    body: await encoded.arrayBuffer(),
    headers,
  });
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

  it("becomes an upload of who forwards it, with its content kept once", async () => {
    const { agent, messageId } = await team();
    const original = await file(messageId, png, { filename: "a.png", contentType: "image/png" });
    const copy = await copyAttachment(agent, original.id);
    expect(copy).toMatchObject({ filename: "a.png", contentType: "image/png", sizeBytes: original.sizeBytes });
    expect(copy.attachmentId).not.toBe(original.id);
    await discardUpload(agent, copy.attachmentId);
    expect((await getAttachment(agent, original.id, true)).status).toBe(200);
  });

  it("is not there for another inbox", async () => {
    const { stranger, messageId } = await team();
    const { id } = await file(messageId, png, {});
    await expect(copyAttachment(stranger, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(getAttachment(stranger, id, false)).rejects.toMatchObject({ code: "not_found" });
    await expect(fetchAttachment(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an upload", () => {
  useFreshStore();

  it("is kept under a clean name and can be read by who uploaded it", async () => {
    const { agent, colleague } = await team();
    const upload = await keepUpload(
      agent,
      await formOf(["../../etc/\u202Egnp.exe", bytes("hello"), "text/x-bad type"]),
    );
    expect(upload).toMatchObject({ filename: "gnp.exe", sizeBytes: 5, contentType: "application/octet-stream" });
    expect(await (await getAttachment(agent, upload.attachmentId, false)).text()).toBe("hello");
    await expect(getAttachment(colleague, upload.attachmentId, false)).rejects.toMatchObject({ code: "not_found" });
  });

  it("can be read by colleagues once a draft in a conversation they see carries it", async () => {
    const { agent, colleague, stranger, messageId } = await team();
    const { attachmentId } = await keepUpload(agent, await formOf(["a.txt", bytes("hello")]));
    const conversationId = await conversationOf(messageId, agent);
    await build.draft({ conversationId, authorId: agent.id, attachmentIds: [attachmentId] });
    expect((await getAttachment(colleague, attachmentId, false)).status).toBe(200);
    await expect(getAttachment(stranger, attachmentId, false)).rejects.toMatchObject({ code: "not_found" });
  });

  it("keeps its extension however long its name", async () => {
    const { agent } = await team();
    const { filename } = await keepUpload(agent, await formOf([`${"x".repeat(400)}.pdf`, bytes("1")]));
    expect(filename).toMatch(/^x{146}\.pdf$/);
  });

  it("is refused when it is too large, whatever its length is said to be", async () => {
    const { agent } = await team();
    const large = new Uint8Array(26 * 1024 * 1024);
    await expect(keepUpload(agent, await formOf(["a.bin", large]))).rejects.toMatchObject({ code: "too_large" });
    const lying = await formOf(["a.bin", bytes("1")]);
    lying.headers.set("content-length", String(large.length));
    await expect(keepUpload(agent, lying)).rejects.toMatchObject({ code: "too_large" });
  });

  it("is one file in one form", async () => {
    const { agent } = await team();
    const two = await formOf(["a", bytes("1")], ["b", bytes("2")]);
    await expect(keepUpload(agent, two)).rejects.toMatchObject({ code: "malformed" });
    const json = new Request("http://localhost:3000", { method: "POST", body: "{}" });
    await expect(keepUpload(agent, json)).rejects.toMatchObject({ code: "malformed" });
  });

  it("may not pile up", async () => {
    const { agent } = await team();
    await build.attachment({ messageId: null, uploadedById: agent.id, sizeBytes: 250_000_000 });
    await expect(keepUpload(agent, await formOf(["a", bytes("1")]))).rejects.toMatchObject({ code: "rate_limited" });
  });

  it("is discarded by who uploaded it and by nobody else", async () => {
    const { agent, colleague } = await team();
    const { attachmentId } = await keepUpload(agent, await formOf(["a.txt", bytes("hello")]));
    await expect(discardUpload(colleague, attachmentId)).rejects.toMatchObject({ code: "not_found" });
    await discardUpload(agent, attachmentId);
    await expect(getAttachment(agent, attachmentId, false)).rejects.toMatchObject({ code: "not_found" });
  });
});

async function conversationOf(messageId: number, agent: Agent): Promise<number> {
  const { listConversations } = await import("#server/queries/conversations/list-conversations");
  const { ConversationQuery } = await import("#lib/contracts/conversation");
  const [row] = (await listConversations(agent, ConversationQuery.parse({ view: "all" }))).items;
  if (!row) throw new Error(`Message ${messageId} is in no conversation.`);
  return row.id;
}
