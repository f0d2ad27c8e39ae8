import { z } from "zod";
import { folderRoles } from "./vocabulary.ts";

/**
 * A line of `manifest.jsonl`, the file in an export that says of each mail what its format cannot: to bring a mail back, read `file` (of an
 * mbox, the entry of `length` bytes at `offset`), and compare `sha256` with what was read.
 */
export const ManifestLine = z.object({
  /** Within the archive. */
  file: z.string(),
  offset: z.number().int().nonnegative().optional(),
  length: z.number().int().nonnegative().optional(),
  account: z.string(),
  /** As the server names it, and what parts it from its parent; empty where the server has no folders in folders. */
  folder: z.string(),
  delimiter: z.string(),
  role: z.enum(folderRoles),
  uid: z.number().int().nonnegative(),
  /** System flags, e.g. `\Seen`. */
  flags: z.array(z.string()),
  keywords: z.array(z.string()),
  /** Gmail's; empty elsewhere. */
  labels: z.array(z.string()),
  /** INTERNALDATE, in milliseconds since 1970. */
  receivedAt: z.number(),
  sizeBytes: z.number().int().nonnegative(),
  /** Of the source, byte for byte as the server gave it. */
  sha256: z.string(),
});
export type ManifestLine = z.infer<typeof ManifestLine>;
