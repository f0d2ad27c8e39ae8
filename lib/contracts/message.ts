import { z } from "zod";
import { MailAddress } from "./address.ts";
import { Id, Instant, TimeZone } from "./paging.ts";
import { quoteKinds, bodyStates, messageDirections, sendStates } from "./vocabulary.ts";

export const Attachment = z.object({
  id: z.number().int(),
  filename: z.string(),
  contentType: z.string(),
  sizeBytes: z.number().int(),
  inline: z.boolean(),
  contentId: z.string(),
});
export type Attachment = z.infer<typeof Attachment>;

export const Message = z.object({
  id: z.number().int(),
  internetMessageId: z.string(),
  direction: z.enum(messageDirections),
  from: MailAddress,
  to: z.array(MailAddress),
  cc: z.array(MailAddress),
  replyTo: z.array(MailAddress),
  subject: z.string(),
  sentAt: Instant.nullable(),
  receivedAt: Instant,
  seen: z.boolean(),
  flagged: z.boolean(),
  placements: z.array(
    z.object({
      accountId: z.number().int(),
      folderId: z.number().int(),
      uid: z.number().int(),
      flags: z.array(z.string()),
    }),
  ),
  attachments: z.array(Attachment),
  preview: z.string(),
  bodyState: z.enum(bodyStates),
  hasHtml: z.boolean(),
  /** Why it is in this conversation. */
  threadedBy: z.string(),
  author: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  /** How its sending goes, for a mail written here. */
  send: z
    .object({ id: z.number().int(), state: z.enum(sendStates), lastError: z.string(), notBefore: Instant })
    .nullable(),
  /** Things a reader should be warned of, e.g. `reply-to-differs`, `first-time-sender`. */
  warnings: z.array(z.string()),
});
export type Message = z.infer<typeof Message>;

/** `GET /api/messages/{id}`: what reading it takes beyond the row. */
export const MessageText = z.object({
  id: z.number().int(),
  text: z.string(),
  /** `text` without the mail it answers, and that mail, for folding. */
  visibleText: z.string(),
  quotedText: z.string(),
  hasHtml: z.boolean(),
  /** How many remote images were left out. */
  remoteImageCount: z.number().int(),
  /** It brings no page of its own, and can be drawn in light or dark. */
  followsTheme: z.boolean(),
  /** Files that its HTML shows in place. */
  shownAttachmentIds: z.array(z.number().int()),
  headers: z.record(z.string(), z.string()),
});
export type MessageText = z.infer<typeof MessageText>;

const Switch = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1");

/** `images=1` shows remote images, through our proxy; `theme=dark` draws it in the dark theme's colours. */
export const BodyQuery = z.object({ images: Switch, theme: z.enum(["light", "dark"]).default("light") });
export type BodyQuery = z.infer<typeof BodyQuery>;

/** `inline=1` shows an image in the page; `size=small` is a small picture of one. */
export const AttachmentQuery = z.object({ inline: Switch, size: z.enum(["full", "small"]).default("full") });
export type AttachmentQuery = z.infer<typeof AttachmentQuery>;

/** `GET /api/attachments/{id}/text`: how a text file begins. */
export const AttachmentText = z.object({ text: z.string(), isTruncated: z.boolean() });
export type AttachmentText = z.infer<typeof AttachmentText>;

/** A remote image of a message; `sig` proves that the address came out of its HTML. */
export const ImageQuery = z.object({
  message: Id,
  url: z.url({ protocol: /^https?$/ }).max(8000),
  sig: z.string().max(100),
});
export type ImageQuery = z.infer<typeof ImageQuery>;

/** `GET /api/messages/{id}/quote`: a message as it goes below an answer, for who wants to shorten it. */
export const QuoteQuery = z.object({ kind: z.enum(quoteKinds).exclude(["none"]), timeZone: TimeZone.optional() });
export const QuotedMessage = z.object({ html: z.string(), text: z.string() });
export type QuotedMessage = z.infer<typeof QuotedMessage>;
