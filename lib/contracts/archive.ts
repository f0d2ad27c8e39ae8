import { z } from "zod";

/** What an account keeps here. `archived`: the sources of all its mail; `keepsDeleted`: also when its server has it no more. */
export const SaveArchive = z.strictObject({ archived: z.boolean(), keepsDeleted: z.boolean() });
export type SaveArchive = z.infer<typeof SaveArchive>;

export const folderArchives = ["as-account", "kept", "not-kept"] as const;
export type FolderArchive = (typeof folderArchives)[number];

export const SaveFolderArchive = z.strictObject({ archive: z.enum(folderArchives) });
export type SaveFolderArchive = z.infer<typeof SaveFolderArchive>;

export const Archive = z.object({
  accountId: z.number().int(),
  archived: z.boolean(),
  keepsDeleted: z.boolean(),
  /** Of the folders chosen. */
  totalCount: z.number().int(),
  keptCount: z.number().int(),
  keptBytes: z.number(),
  /** Kept of what the server has no more. */
  deletedCount: z.number().int(),
  deletedBytes: z.number(),
  folders: z.array(
    z.object({
      folderId: z.number().int(),
      path: z.string(),
      /** Whether it is kept, whoever says so. */
      archived: z.boolean(),
      archive: z.enum(folderArchives),
      totalCount: z.number().int(),
      keptCount: z.number().int(),
    }),
  ),
});
export type Archive = z.infer<typeof Archive>;
