import { describe, expect, it } from "vitest";
import type { Agent } from "#server/auth/agent";
import { findAttachment } from "#db/queries/conversations/attachment-rows";
import { keepBlob, readBlob } from "#server/blobs";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { copyAttachment } from "./copy-attachment.ts";
import { discardUpload } from "./discard-upload.ts";
import { fetchAttachment } from "./fetch-attachment.ts";
import { keepUpload } from "./keep-upload.ts";

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
const find = (agent: Agent, id: number) => findAttachment(store().read, agent, id);

describe("a file of a message", () => {
  useFreshStore();

  it("becomes an upload of who forwards it, with its content kept once", async () => {
    const { agent, messageId } = await team();
    const blob = await keepBlob(bytes("hello"));
    const original = await build.attachment({ messageId, blob, filename: "a.png", contentType: "image/png" });
    const { attachmentId, ...copy } = await copyAttachment(agent, original.id);
    expect(copy).toEqual({ filename: "a.png", contentId: "", contentType: "image/png", sizeBytes: original.sizeBytes });
    expect(await find(agent, attachmentId)).toMatchObject({ blob, messageId: null });
    await discardUpload(agent, attachmentId);
    expect(await find(agent, original.id)).toMatchObject({ blob, messageId });
  });

  it("is not there for another inbox", async () => {
    const { stranger, messageId } = await team();
    const { id } = await build.attachment({ messageId, blob: await keepBlob(bytes("hello")) });
    await expect(copyAttachment(stranger, id)).rejects.toMatchObject({ code: "not_found" });
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
    const row = await find(agent, upload.attachmentId);
    expect((await readBlob(row?.blob ?? "")).toString()).toBe("hello");
    expect(await find(colleague, upload.attachmentId)).toBeUndefined();
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
    expect(await find(agent, attachmentId)).toBeUndefined();
  });
});
