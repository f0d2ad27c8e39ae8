import { z } from "zod";

const int = z.number().int();

/** First all mails are written down, folder by folder; then they are put into the other account, each folder in the order of its list. */
export const CopyCursor = z.discriminatedUnion("phase", [
  z.object({ phase: z.literal("list"), folderId: int, generation: int, uid: int }),
  z.object({ phase: z.literal("write"), folderIndex: int, itemId: int }),
]);
export type CopyCursor = z.infer<typeof CopyCursor>;
