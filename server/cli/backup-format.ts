import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { z } from "zod";

/** First in the archive: what it holds, so that a restore can tell whether it is whole. */
export const Manifest = z.object({
  format: z.literal("postroom-backup"),
  version: z.literal(1),
  createdAt: z.iso.datetime(),
  databaseSha256: z.string(),
  counts: z.record(z.string(), z.number()),
});
export type Manifest = z.infer<typeof Manifest>;

export const isBlobName = (name: string) => /^[0-9a-f]{64}$/.test(name);

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
