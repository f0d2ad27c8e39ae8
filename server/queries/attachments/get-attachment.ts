import { fileTypeFromBuffer } from "file-type";
import { findAttachment, type AttachmentRow } from "#db/queries/conversations/attachment-rows";
import type { Agent } from "../../auth/agent.ts";
import { readBlob } from "../../blobs.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";
import { getThumbnail } from "./get-thumbnail.ts";
import { fileHeaders, fileResponse } from "./file-response.ts";

/** Shown in the page only when its first bytes prove it to be one of these, whatever it claims to be. */
const shownTypes = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);
const shownBytesMax = 25_000_000;

/**
 * A file to be saved, or shown.
 * @param inline wanted in the page, e.g. as the picture of a signature; anything but a proven raster image is saved instead
 * @param isThumbnail a small picture of a picture is wanted
 */
export async function getAttachment(
  agent: Agent,
  attachmentId: number,
  inline: boolean,
  isThumbnail = false,
): Promise<Response> {
  const attachment = await findAttachment(store().read, agent, attachmentId);
  if (!attachment) throw new AppError("not_found", "There is no such file.");
  const { blob, filename, contentType } = attachment;
  if (blob === null) throw new AppError("unavailable", "This file is not here yet.", { retryAfterSeconds: 5 });
  if (isThumbnail) {
    const thumbnail = await getThumbnail(blob, attachment);
    if (!thumbnail) throw new AppError("not_found", "There is no small picture of this file.");
    return thumbnail;
  }
  const shown = inline ? await shownImage(blob, attachment) : null;
  return shown ?? fileResponse({ blob, filename, contentType });
}

async function shownImage(blob: string, { sizeBytes }: AttachmentRow): Promise<Response | null> {
  if (sizeBytes > shownBytesMax) return null;
  const content = new Uint8Array(await readBlob(blob));
  const type = await fileTypeFromBuffer(content);
  if (!type || !shownTypes.has(type.mime)) return null;
  return new Response(content, {
    headers: { ...fileHeaders, "content-type": type.mime, "content-disposition": "inline" },
  });
}
