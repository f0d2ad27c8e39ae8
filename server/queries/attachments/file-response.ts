import type { Readable } from "node:stream";
import { hasBlob, streamBlob } from "../../blobs.ts";
import { AppError } from "../../errors.ts";

/** Types that a browser runs as pages or scripts; they go out as plain bytes. */
const active = /html|xml|svg|script|pdf|flash|java/;

/**
 * A kept file to be saved, never to be opened in our origin (security: T11).
 * @param file.contentType as the sender claims it
 */
export async function fileResponse(file: { blob: string; filename: string; contentType: string }): Promise<Response> {
  if (!(await hasBlob(file.blob))) throw new AppError("not_found", "The content of this file was lost.");
  const isPlain = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,62}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}$/i.test(file.contentType);
  const contentType =
    isPlain && !active.test(file.contentType.toLowerCase()) ? file.contentType : "application/octet-stream";
  return new Response(webStream(streamBlob(file.blob)), {
    headers: { ...fileHeaders, "content-type": contentType, "content-disposition": dispositionOf(file.filename) },
  });
}

export const fileHeaders = {
  "content-security-policy": "sandbox; default-src 'none'",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "cache-control": "private, no-store",
};

/** Read as fast as it is taken. */
export function webStream(file: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = file[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => void file.destroy(),
  });
}

/** Both forms of RFC 6266 §4.3: ASCII for old clients, UTF-8 (RFC 8187) for the rest. */
export function dispositionOf(filename: string): string {
  const ascii = filename.replace(/[^\x20-\x7e]|["\\%;]/g, "_");
  const encoded = encodeURIComponent(filename).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
