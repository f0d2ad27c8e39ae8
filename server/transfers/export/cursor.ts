import { z } from "zod";

const int = z.number().int();
const Entry = z.object({ name: z.string(), atMs: int, crc: int, rawBytes: int, packedBytes: int, headerAt: int });

/** First all mails are written down, folder by folder or found page by page; then they are put into the archive. */
export const ExportCursor = z.discriminatedUnion("phase", [
  z.object({ phase: z.literal("list"), folderId: int, generation: int, uid: int }),
  z.object({ phase: z.literal("search"), key: z.number(), conversationId: int }),
  z.object({
    phase: z.literal("write"),
    /** Into the folders of the plan. */
    folderIndex: int,
    isFolderOpen: z.boolean(),
    itemId: int,
    manifestBytes: int,
    /** Of the open folder, by Maildir's letters. */
    letters: z.array(z.string()),
    zip: z.object({ zipBytes: int, directoryBytes: int, entryCount: int, entry: Entry.nullable() }),
  }),
]);
export type ExportCursor = z.infer<typeof ExportCursor>;
export type WriteCursor = Extract<ExportCursor, { phase: "write" }>;
