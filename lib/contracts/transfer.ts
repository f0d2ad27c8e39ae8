import { z } from "zod";
import { exportFormats, transferKinds, transferStates } from "./vocabulary.ts";

const id = z.number().int().positive();

/** `search` takes the conversations found, whole; `everything` is what the asker may see, for an admin all there is. */
export const ExportScope = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("account"), accountId: id }),
  z.strictObject({ kind: z.literal("folder"), folderId: id }),
  z.strictObject({ kind: z.literal("search"), q: z.string().trim().min(1).max(2000) }),
  z.strictObject({ kind: z.literal("everything") }),
]);
export type ExportScope = z.infer<typeof ExportScope>;

export const NewExport = z.strictObject({ scope: ExportScope, format: z.enum(exportFormats) });
export type NewExport = z.infer<typeof NewExport>;

/**
 * A file that is to be imported: an mbox, a mail in a file of its own, or a ZIP of these, of a Maildir, or as an export makes it. It is
 * uploaded, looked through, and imported when somebody has seen what it holds.
 */
export const NewImport = z.strictObject({
  accountId: id,
  filename: z.string().trim().min(1).max(300),
  sizeBytes: z.number().int().positive(),
});
export type NewImport = z.infer<typeof NewImport>;

/**
 * Where to: everything into one folder, or the file's folders below it; `folderId` null is the top of the account, where Inbox goes to Inbox,
 * Sent to Sent and so on.
 */
export const ImportTarget = z
  .strictObject({ folderId: id.nullable(), keepsFolders: z.boolean() })
  .refine((target) => target.folderId !== null || target.keepsFolders, "Choose a folder, or keep those of the file.");
export type ImportTarget = z.infer<typeof ImportTarget>;

/** How much of the file is here. */
export const ImportFile = z.object({ receivedBytes: z.number().int(), sizeBytes: z.number().int() });
export type ImportFile = z.infer<typeof ImportFile>;

const ImportSpec = NewImport.extend({ kind: z.literal("import"), target: ImportTarget.nullable() });

/**
 * The mail of an account, or of some of its folders, into another: by role and name at its top, or all of them below one of its folders.
 * `folderIds` null for all.
 */
export const NewCopy = z.strictObject({
  fromAccountId: id,
  folderIds: z.array(id).min(1).max(5000).nullable(),
  toAccountId: id,
  belowFolderId: id.nullable(),
});
export type NewCopy = z.infer<typeof NewCopy>;

/** What was asked for, by kind. */
export const TransferSpec = z.discriminatedUnion("kind", [
  NewExport.extend({ kind: z.literal("export") }),
  ImportSpec,
  NewCopy.extend({ kind: z.literal("copy") }),
]);
export type TransferSpec = z.infer<typeof TransferSpec>;

/** A stable code, and what its sentence needs to say; the code is empty when there is nothing to say. */
export const TransferDetail = z.object({
  code: z.string(),
  accountId: z.number().int().optional(),
  accountName: z.string().optional(),
  until: z.iso.datetime().optional(),
  /** Code of what the account is left alone for, or of the error that stopped it. */
  reason: z.string().optional(),
  bytes: z.number().optional(),
});
export type TransferDetail = z.infer<typeof TransferDetail>;

/** Belongs to the kind of the transfer, which checks it when it takes it up again. */
export type TransferCursor = Record<string, unknown>;

/** What a file holds that is to be imported. */
export const ImportSummary = z.object({
  mailCount: z.number().int(),
  sizeBytes: z.number().int(),
  unreadableCount: z.number().int(),
  folders: z.array(z.object({ path: z.string(), mailCount: z.number().int() })),
  /** More folders than are named here. */
  folderCount: z.number().int(),
  oldestAt: z.iso.datetime().nullable(),
  newestAt: z.iso.datetime().nullable(),
});
export type ImportSummary = z.infer<typeof ImportSummary>;

/** What became of it, folder by folder. */
export const TransferReport = z.object({
  folders: z.array(
    z.object({
      path: z.string(),
      accountName: z.string(),
      done: z.number(),
      failed: z.number(),
      /** Was there already. */
      skipped: z.number().optional(),
    }),
  ),
  summary: ImportSummary.optional(),
  /** Keywords that the server would not keep. */
  keptOff: z.array(z.string()).optional(),
  /** Mails that are not what the export wrote down of them. */
  changedCount: z.number().optional(),
  /** The size of the file that was made. */
  fileBytes: z.number().optional(),
});
export type TransferReport = z.infer<typeof TransferReport>;

export const Transfer = z.object({
  id: z.number().int(),
  kind: z.enum(transferKinds),
  askedById: z.number().int().nullable(),
  accountId: z.number().int().nullable(),
  spec: TransferSpec,
  title: z.string(),
  state: z.enum(transferStates),
  stateDetail: TransferDetail,
  total: z.number().int().nullable(),
  done: z.number().int(),
  skipped: z.number().int(),
  failed: z.number().int(),
  bytesDone: z.number(),
  report: TransferReport.nullable(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
});
export type Transfer = z.infer<typeof Transfer>;

/** Waits for what a person may have put right; all else goes on by itself as soon as it can. */
export const isForPersonToResume = ({ state, stateDetail: { code } }: Pick<Transfer, "state" | "stateDetail">) =>
  state === "waiting" && (code === "over_quota" || code === "disk_full" || code === "error");

/** A mail that could not be taken along, and why. */
export const FailedItem = z.object({ id: z.number().int(), code: z.string(), subject: z.string(), folder: z.string() });
export type FailedItem = z.infer<typeof FailedItem>;

export const TransferDetails = Transfer.extend({ failures: z.array(FailedItem) });
export type TransferDetails = z.infer<typeof TransferDetails>;

/** What would be exported: `id` of the account or folder. */
export const ExportSizeQuery = z.object({
  scope: z.enum(["account", "folder", "everything"]),
  id: z.coerce.number().int().positive().optional(),
});
export type ExportSizeQuery = z.infer<typeof ExportSizeQuery>;

/** `missing`: its source is not here yet and would be fetched from the mail server. */
export const ExportSize = z.object({
  mailCount: z.number().int(),
  bytes: z.number(),
  missingCount: z.number().int(),
  missingBytes: z.number(),
  freeBytes: z.number(),
});
export type ExportSize = z.infer<typeof ExportSize>;
