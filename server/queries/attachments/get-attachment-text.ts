import { open } from "node:fs/promises";
import { findAttachment } from "#db/queries/conversations/attachment-rows";
import type { AttachmentText } from "#lib/contracts/message";
import { decodeBytes } from "#lib/mail/charset";
import type { Agent } from "../../auth/agent.ts";
import { blobPath } from "../../blobs.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";

const bytesMax = 64 * 1024;

/** How a text file begins. @throws `not_found` for what holds bytes that no text has */
export async function getAttachmentText(agent: Agent, attachmentId: number): Promise<AttachmentText> {
  const attachment = await findAttachment(store().read, agent, attachmentId);
  if (!attachment) throw new AppError("not_found", "There is no such file.");
  if (attachment.blob === null)
    throw new AppError("unavailable", "This file is not here yet.", { retryAfterSeconds: 5 });
  const head = await headOf(attachment.blob);
  if (head.includes(0)) throw new AppError("not_found", "This file is no text.");
  const isTruncated = head.length >= bytesMax;
  const text = decodeBytes(head, "")
    .replace(/\r\n?/g, "\n")
    .replace(/^\ufeff/, "");
  // The last character may have been cut in two.
  return { text: isTruncated ? text.slice(0, text.lastIndexOf("\n") + 1 || undefined) : text, isTruncated };
}

async function headOf(blob: string): Promise<Uint8Array> {
  const file = await open(blobPath(blob), "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytesMax), 0, bytesMax, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
