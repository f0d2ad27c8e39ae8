import { z } from "zod";
import { Recipient } from "./address.ts";
import { Id, Instant, TimeZone } from "./paging.ts";
import { quoteKinds, sendStates, sentCopyStates } from "./vocabulary.ts";

/** What the files of one mail may have together: what most servers take once it is encoded. */
export const mailFilesBytesMax = 25 * 1024 * 1024;
export const mailFilesMax = 50;

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
  /** Without `html` the mail is text only. */
  text: z.string().max(500_000).optional(),
  html: z.string().max(1_000_000).optional(),
  attachmentIds: z.array(Id).max(mailFilesMax).optional(),
  /** The message of the conversation that is answered or forwarded; the newest when absent. */
  answeredMessageId: Id.optional(),
  /** What goes below of that message: its quote, as in a reply and when absent, or the whole of a forwarded mail. */
  quote: z.enum(quoteKinds).optional(),
  /** In which the time of the quoted mail is told; UTC when absent. */
  timeZone: TimeZone.optional(),
  /** What stands below the quote: a signature that is wanted there. */
  closingHtml: z.string().max(20_000).optional(),
  closingText: z.string().max(20_000).optional(),
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
  /** By which the mail's HTML shows it (`cid:`); empty for a file that is attached. */
  contentId: z.string(),
});
export type Upload = z.infer<typeof Upload>;

/** `inline=1`: an image that stands in the text. */
export const UploadQuery = z.object({ inline: z.enum(["0", "1"]).default("0") });
