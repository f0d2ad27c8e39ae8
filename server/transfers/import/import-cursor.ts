import { z } from "zod";

/**
 * Null while the file is being uploaded; then it is looked through, shown to somebody, and brought in. Everything before the position has
 * been accounted for.
 */
export const ImportCursor = z.discriminatedUnion("phase", [
  z.object({ phase: z.literal("scan") }),
  z.object({ phase: z.literal("ready") }),
  z.object({ phase: z.literal("append"), member: z.number().int(), offset: z.number().int() }),
]);
export type ImportCursor = z.infer<typeof ImportCursor>;
