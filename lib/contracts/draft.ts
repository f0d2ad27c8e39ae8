import { z } from "zod";
import { MailAddress } from "./address.ts";
import { Attachment } from "./message.ts";
import { Id, Instant } from "./paging.ts";
import { draftKinds } from "./vocabulary.ts";

const fields = {
  conversationId: Id.nullable().default(null),
  accountId: Id.nullable().default(null),
  kind: z.enum(draftKinds),
  to: z.array(MailAddress).max(200).default([]),
  cc: z.array(MailAddress).max(200).default([]),
  bcc: z.array(MailAddress).max(200).default([]),
  subject: z.string().max(900).default(""),
  html: z.string().max(1_000_000).default(""),
  text: z.string().max(500_000).default(""),
  attachmentIds: z.array(Id).max(50).default([]),
};

export const SaveDraft = z.strictObject(fields);
export type SaveDraft = z.infer<typeof SaveDraft>;

/** `version`: the one it was read at; when somebody saved since, the answer is 409. */
export const ChangeDraft = z.strictObject({ ...fields, version: z.number().int().positive() });
export type ChangeDraft = z.infer<typeof ChangeDraft>;

export const DraftsQuery = z.object({ conversation: Id.optional() });
export type DraftsQuery = z.infer<typeof DraftsQuery>;

export const Draft = z.object({
  ...fields,
  id: z.number().int(),
  author: z.object({ id: z.number().int(), name: z.string() }),
  attachments: z.array(Attachment),
  version: z.number().int(),
  updatedAt: Instant,
});
export type Draft = z.infer<typeof Draft>;
