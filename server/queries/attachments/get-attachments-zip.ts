import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { findAttachments } from "#db/queries/conversations/attachment-rows";
import { numberNames } from "#lib/files/number-names";
import type { Agent } from "../../auth/agent.ts";
import { hasBlob, streamBlob } from "../../blobs.ts";
import { AppError } from "../../errors.ts";
import { safeFilename } from "../../mime/message-parts.ts";
import { store } from "../../store.ts";
import { dispositionOf, fileHeaders, webStream } from "./file-response.ts";

/** All files of a message in one, written as it is read; the rights to each are those of its own download. */
export async function getAttachmentsZip(agent: Agent, messageId: number): Promise<Response> {
  const files = await findAttachments(store().read, agent, messageId);
  if (files.length === 0) throw new AppError("not_found", "This message has no files.");
  const names = numberNames(files.map(({ filename, id }) => safeFilename(filename) || `file-${id}`));
  const zip = new ZipFile();
  for (const [index, { blob, contentType, createdAt }] of files.entries()) {
    if (blob === null || !(await hasBlob(blob)))
      throw new AppError("unavailable", "Not all files are here yet.", { retryAfterSeconds: 5 });
    zip.addReadStreamLazy(
      names[index] ?? "file",
      // What is packed already only costs time.
      { mtime: createdAt, compress: !/^(?:image|video|audio)\/|zip|pdf|officedocument/.test(contentType) },
      (give) => give(null, streamBlob(blob)),
    );
  }
  zip.end();
  return new Response(webStream(Readable.from(zip.outputStream)), {
    headers: {
      ...fileHeaders,
      "content-type": "application/zip",
      "content-disposition": dispositionOf(`message-${messageId}.zip`),
    },
  });
}
