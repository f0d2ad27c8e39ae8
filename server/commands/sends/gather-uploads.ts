import { uploadsOf } from "#db/queries/outbox/queue-send";
import { mailFilesBytesMax } from "#lib/contracts/send";
import type { Agent } from "../../auth/agent.ts";
import { readBlob } from "../../blobs.ts";
import { AppError } from "../../errors.ts";
import type { OutgoingAttachment } from "../../mime/build-message.ts";
import { store } from "../../store.ts";

/** The files of a mail, read: the agent's own uploads, each carried by one mail only (security: T17, T22). */
export async function gatherUploads(agent: Agent, ids: readonly number[]): Promise<OutgoingAttachment[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const uploads = await uploadsOf(store().read, agent.id, wanted);
  if (uploads.length !== wanted.length) {
    const message = "One of the files is not there: upload it again.";
    throw new AppError("invalid", message, { issues: [{ path: "attachmentIds", message }] });
  }
  const totalBytes = uploads.reduce((sum, upload) => sum + upload.sizeBytes, 0);
  if (totalBytes > mailFilesBytesMax) throw new AppError("too_large", "The files of one mail may have 25 MB together.");
  return Promise.all(uploads.map(readUpload));
}

async function readUpload(upload: Awaited<ReturnType<typeof uploadsOf>>[number]): Promise<OutgoingAttachment> {
  const { filename, contentType, contentId, blob } = upload;
  if (blob === null) throw new Error("An upload has no content.");
  const content = await readBlob(blob);
  return contentId === "" ? { filename, contentType, content } : { filename, contentType, content, contentId };
}
