import type { AttachmentRow } from "#db/queries/conversations/attachment-rows";
import { readBlob } from "../../blobs.ts";
import { inPool } from "../../pool.ts";
import { singleton } from "../../singleton.ts";
import { fileHeaders } from "./file-response.ts";

const sourceBytesMax = 25_000_000;
/** A mail's tiles are asked for again and again; each is some 20 KB. */
const keptMax = 300;

/** A small picture of a picture, or null when there is none to be made. */
export async function getThumbnail(blob: string, { sizeBytes }: AttachmentRow): Promise<Response | null> {
  const thumbnail = sizeBytes > sourceBytesMax ? null : await thumbnailOf(blob);
  if (!thumbnail) return null;
  return new Response(new Uint8Array(thumbnail), {
    headers: { ...fileHeaders, "content-type": "image/webp", "content-disposition": "inline" },
  });
}

async function thumbnailOf(blob: string): Promise<Uint8Array | null> {
  const kept = singleton("thumbnails", () => new Map<string, Uint8Array | null>());
  const known = kept.get(blob);
  if (known !== undefined) return known;
  const made = await inPool<Uint8Array | null>("makeThumbnail", await readBlob(blob)).catch(() => null);
  kept.set(blob, made);
  for (const oldest of kept.keys()) if (kept.size > keptMax) kept.delete(oldest);
  return made;
}
