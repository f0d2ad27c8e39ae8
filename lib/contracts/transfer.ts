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

/** What was asked for, by kind. */
export const TransferSpec = z.discriminatedUnion("kind", [NewExport.extend({ kind: z.literal("export") })]);
export type TransferSpec = z.infer<typeof TransferSpec>;

/** A stable code, and what its sentence needs to say; the code is empty when there is nothing to say. */
export const TransferDetail = z.object({
  code: z.string(),
  accountId: z.number().int().optional(),
  accountName: z.string().optional(),
  until: z.iso.datetime().optional(),
  /** Code of what the account is left alone for. */
  reason: z.string().optional(),
  bytes: z.number().optional(),
});
export type TransferDetail = z.infer<typeof TransferDetail>;

/** Belongs to the kind of the transfer, which checks it when it takes it up again. */
export type TransferCursor = Record<string, unknown>;

/** What became of it, folder by folder. */
export const TransferReport = z.object({
  folders: z.array(z.object({ path: z.string(), accountName: z.string(), done: z.number(), failed: z.number() })),
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
