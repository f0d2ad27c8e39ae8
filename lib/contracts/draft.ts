import { z } from "zod";
import { MailAddress } from "./address.ts";
import { Attachment } from "./message.ts";
import { Id, Instant } from "./paging.ts";
import { mailFilesMax } from "./send.ts";
import { draftKinds, quoteKinds } from "./vocabulary.ts";

const fields = {
  conversationId: Id.nullable().default(null),
  accountId: Id.nullable().default(null),
  kind: z.enum(draftKinds),
  to: z.array(MailAddress).max(200).default([]),
  cc: z.array(MailAddress).max(200).default([]),
  bcc: z.array(MailAddress).max(200).default([]),
  subject: z.string().max(900).default(""),
  /** Empty beside a text: it is written as text only. */
  html: z.string().max(1_000_000).default(""),
  text: z.string().max(500_000).default(""),
  attachmentIds: z.array(Id).max(mailFilesMax).default([]),
  /** The message it answers or forwards; null for the newest. */
  answeredMessageId: Id.nullable().default(null),
  /** What goes below it of that message; `none` once its writer has the quote in the text. */
  quote: z.enum(quoteKinds).default("reply"),
};

export const SaveDraft = z.strictObject(fields);
export type SaveDraft = z.infer<typeof SaveDraft>;

/** `idempotencyKey`: begun again with it, a draft is the one that was begun first, with what is said now. */
export const BeginDraft = z.strictObject({ ...fields, idempotencyKey: z.string().min(8).max(100).optional() });
export type BeginDraft = z.infer<typeof BeginDraft>;

/** `version`: the one it was read at; when another window saved since, the answer is 409. Without it the last one to save wins. */
export const ChangeDraft = z.strictObject({ ...fields, version: z.number().int().positive().optional() });
export type ChangeDraft = z.infer<typeof ChangeDraft>;

/** Everybody's in one conversation; without one, the new mails that this agent has begun. */
export const DraftsQuery = z.object({ conversationId: Id.optional() });
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
