import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { keepBlob } from "#server/blobs";
import { closePool } from "#server/pool";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { getAttachment } from "./get-attachment.ts";
import { getAttachmentText } from "./get-attachment-text.ts";
import { getAttachmentsZip } from "./get-attachments-zip.ts";

async function mail() {
  const account = await build.account();
  const folder = await build.folder({ accountId: account.id });
  const { id: messageId } = await build.message();
  await build.placement({ messageId, folderId: folder.id });
  const agent = await build.agent({ inboxIds: [account.inboxId] });
  const stranger = await build.agent({ inboxIds: [(await build.inbox()).id] });
  const file = async (content: string | Buffer, filename: string) =>
    build.attachment({ messageId, filename, blob: await keepBlob(Buffer.from(content)), sizeBytes: content.length });
  return { agent, stranger, messageId, file };
}

const picture = async (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#8899aa" } })
    .png()
    .toBuffer();

describe("previews of files", () => {
  useFreshStore();
  afterAll(closePool);

  it("draws a picture small and anew", async () => {
    const { agent, file } = await mail();
    const { id } = await file(await picture(1200, 600), "a.png");
    const response = await getAttachment(agent, id, false, true);
    const drawn = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect(drawn).toMatchObject({ format: "webp", width: 480, height: 240 });
    expect(response.headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
  });

  it("draws nothing of what is no picture, is broken, or unfolds beyond all measure", async () => {
    const { agent, file } = await mail();
    const bomb = await picture(8000, 8000);
    const files = [
      await file("<svg xmlns='http://www.w3.org/2000/svg'/>", "a.png"),
      await file((await picture(50, 50)).subarray(0, 60), "b.png"),
      await file(bomb, "c.png"),
    ];
    for (const { id } of files)
      await expect(getAttachment(agent, id, false, true)).rejects.toMatchObject({ code: "not_found" });
  });

  it("tells how a text begins, and nothing of bytes", async () => {
    const { agent, file } = await mail();
    const short = await file("a;b\r\n1;2", "a.csv");
    expect(await getAttachmentText(agent, short.id)).toEqual({ text: "a;b\n1;2", isTruncated: false });
    const long = await getAttachmentText(agent, (await file("ü line\n".repeat(20_000), "a.log")).id);
    expect(long).toMatchObject({ isTruncated: true, text: expect.stringMatching(/^(?:ü line\n)+$/) });
    const bytes = await file(Buffer.from([1, 0, 2]), "a.txt");
    await expect(getAttachmentText(agent, bytes.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("packs all files of a message under safe names of their own, for who may read it", async () => {
    const { agent, stranger, messageId, file } = await mail();
    await file("one", "a.txt");
    await file("two", "A.txt");
    await file("three", "../../etc/passwd");
    const response = await getAttachmentsZip(agent, messageId);
    const packed = Buffer.from(await response.arrayBuffer()).toString("latin1");
    expect(response.headers.get("content-type")).toBe("application/zip");
    for (const name of ["a.txt", "A (2).txt", "passwd"]) expect(packed).toContain(name);
    expect(packed).not.toContain("..");
    await expect(getAttachmentsZip(stranger, messageId)).rejects.toMatchObject({ code: "not_found" });
  });
});
