import { z } from "zod";
import { Recipient } from "./address.ts";
import { Id, Instant } from "./paging.ts";
import { sendStates, sentCopyStates } from "./vocabulary.ts";

/** A reply, or a new mail when posted to `/api/conversations` (then `to`, `subject` and `accountId` are required). */
export const SendMail = z.strictObject({
  accountId: Id.optional(),
  to: z.array(Recipient).max(200).optional(),
  cc: z.array(Recipient).max(200).optional(),
  bcc: z.array(Recipient).max(200).optional(),
  subject: z
    .string()
    .max(900)
    .regex(/^[^\p{Cc}]*$/u, "Control characters are not allowed.")
    .optional(),
  text: z.string().max(500_000).optional(),
  html: z.string().max(1_000_000).optional(),
  attachmentIds: z.array(Id).max(50).optional(),
  /** The newest message the writer had seen: if the conversation moved on, the send is refused with what is new. */
  lastSeenMessageId: Id.optional(),
  idempotencyKey: z.string().min(8).max(100),
  sendAt: Instant.optional(),
  /** How long it can still be taken back. */
  undoMs: z.number().int().min(0).max(60_000).optional(),
  /** What becomes of the conversation with the send. */
  status: z.enum(["open", "pending", "closed"]).optional(),
  draftId: Id.optional(),
});
export type SendMail = z.infer<typeof SendMail>;

export const AcceptedSend = z.object({
  sendId: z.number().int(),
  internetMessageId: z.string(),
  conversationId: z.number().int(),
  messageId: z.number().int(),
  notBefore: Instant,
});
export type AcceptedSend = z.infer<typeof AcceptedSend>;

export const Send = z.object({
  id: z.number().int(),
  conversationId: z.number().int(),
  messageId: z.number().int(),
  internetMessageId: z.string(),
  state: z.enum(sendStates),
  attempts: z.number().int(),
  lastError: z.string(),
  notBefore: Instant,
  sentAt: Instant.nullable(),
  sentCopy: z.enum(sentCopyStates),
});
export type Send = z.infer<typeof Send>;

export const Upload = z.object({
  attachmentId: z.number().int(),
  filename: z.string(),
  contentType: z.string(),
  sizeBytes: z.number().int(),
});
export type Upload = z.infer<typeof Upload>;
