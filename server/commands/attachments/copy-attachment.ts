import { addUpload, findAttachment } from "#db/queries/conversations/attachment-rows";
import type { Upload } from "#lib/contracts/send";
import type { Agent } from "../../auth/agent.ts";
import { freshenBlob } from "../../blobs.ts";
import { now } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";
import { store } from "../../store.ts";
import { fetchAttachment } from "./fetch-attachment.ts";
import { requireRoom } from "./require-room.ts";

/** Makes a file of a received mail an upload of the agent's own, so that a forwarded mail can carry it; its content is kept once. */
export async function copyAttachment(agent: Agent, attachmentId: number): Promise<Upload> {
  const createdAt = now();
  await fetchAttachment(agent, attachmentId);
  await requireRoom(agent, createdAt);
  const original = await findAttachment(store().read, agent, attachmentId);
  if (!original?.blob) throw new AppError("not_found", "There is no such file.");
  const { filename, contentType, sizeBytes, inline, blob } = original;
  // Many programs give every file a Content-ID: only what stands in the text is known by it.
  const contentId = inline ? original.contentId : "";
  if (!(await freshenBlob(blob))) throw new AppError("not_found", "There is no such file.");
  const copyId = await commit((tx) =>
    addUpload(tx, { filename, contentType, sizeBytes, blob, uploadedById: agent.id, inline, contentId, createdAt }),
  );
  return { attachmentId: copyId, filename, contentType, sizeBytes, contentId };
}
