import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";

/** Proven by its first bytes; no SVG, which is a document, and nothing else that the library might open. */
const pictures = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);
const widthMax = 480;
const heightMax = 360;
/** A picture of a few kilobytes may unfold to gigabytes. */
const pixelsMax = 40_000_000;

/** Runs in the pool: a small WebP of a picture, drawn anew; null for what is none or is too large. */
export async function makeThumbnail(content: Uint8Array): Promise<Uint8Array | null> {
  const type = await fileTypeFromBuffer(content);
  if (!type || !pictures.has(type.mime)) return null;
  try {
    const picture = sharp(content, { limitInputPixels: pixelsMax, pages: 1, failOn: "error" });
    return await picture
      .rotate()
      .resize(widthMax, heightMax, { fit: "inside", withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer();
  } catch {
    // Broken or too large: it can still be downloaded.
    return null;
  }
}
