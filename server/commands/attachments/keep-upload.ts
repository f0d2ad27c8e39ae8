import { randomUUID } from "node:crypto";
import { addUpload } from "#db/queries/conversations/attachment-rows";
import type { Upload } from "#lib/contracts/send";
import { cleanText } from "#lib/mail/clean-text";
import type { Agent } from "../../auth/agent.ts";
import { keepBlob } from "../../blobs.ts";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import { readUpload } from "./read-upload.ts";
import { requireRoom } from "./require-room.ts";

/**
 * Keeps a file for a mail that is being written.
 * @param isInline an image that stands in its text; what is no image that mail programs show is attached all the same
 */
export async function keepUpload(agent: Agent, request: Request, isInline = false): Promise<Upload> {
  const createdAt = now();
  await requireRoom(agent, createdAt);
  const file = await readUpload(request);
  const content = new Uint8Array(await file.arrayBuffer());
  const upload = {
    filename: cleanFilename(file.name),
    contentType: cleanType(file.type),
    sizeBytes: content.byteLength,
  };
  const isShown = isInline && /^image\/(?:png|jpeg|gif|webp)$/.test(upload.contentType);
  const contentId = isShown ? `${randomUUID()}@postroom` : "";
  const blob = await keepBlob(content);
  const attachmentId = await commit((tx) =>
    addUpload(tx, { ...upload, uploadedById: agent.id, inline: isShown, contentId, blob, createdAt }),
  );
  return { attachmentId, ...upload, contentId };
}

/** A name and no path, short enough for every file system, that shows what it is. */
function cleanFilename(name: string): string {
  const last = cleanText(name.split(/[\\/]/).at(-1) ?? "").replace(/[<>:"|?*]/g, "_");
  const bare = last.replace(/^\.+/, "");
  if (bare.length <= 150) return bare || "file";
  const extension = /\.[^.]{1,20}$/.exec(bare)?.[0] ?? "";
  return bare.slice(0, 150 - extension.length) + extension;
}

function cleanType(type: string): string {
  const bare = type.split(";")[0]?.trim().toLowerCase() ?? "";
  return /^[a-z0-9][a-z0-9!#$&^_.+-]{0,62}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}$/.test(bare)
    ? bare
    : "application/octet-stream";
}
