import MailComposer from "nodemailer/lib/mail-composer";
import { EmailAddress, type MailAddress } from "#lib/contracts/address";
import { AppError } from "../errors.ts";
import { safeFilename } from "./message-parts.ts";

export type OutgoingMail = {
  /** Without angle brackets; chosen when the mail was queued, the same in every attempt. */
  internetMessageId: string;
  sentAt: Date;
  from: MailAddress;
  to: readonly MailAddress[];
  cc: readonly MailAddress[];
  /** In the envelope only: never in a header. */
  bcc: readonly MailAddress[];
  replyTo?: readonly MailAddress[];
  subject: string;
  text: string;
  /** Empty for a mail of text only. */
  html: string;
  inReplyTo?: string;
  references?: readonly string[];
  attachments: readonly OutgoingAttachment[];
  /** A third form of its words, for calendars (RFC 6047 §2.4). */
  calendar?: OutgoingCalendar;
  /** What finds the mail again on the server: the send's own token. */
  postroomId?: string;
  /** Nobody wrote it: no out-of-office note is to answer it (RFC 3834 §5). */
  isAutomatic?: boolean;
};

export type OutgoingCalendar = { method: "REPLY"; content: string };

export type OutgoingAttachment = {
  filename: string;
  contentType: string;
  content: Buffer;
  /** Set for an image that the HTML shows as `cid:`. */
  contentId?: string;
};

/**
 * The bytes of a mail to be sent, ready for SMTP and for the Sent folder.
 * @throws `invalid` when an address, a subject or an id holds what could break out of its header (security: T16, T17)
 */
export async function buildMessage(mail: OutgoingMail): Promise<Buffer> {
  assertSendable(mail);
  const composer = new MailComposer({
    messageId: `<${mail.internetMessageId}>`,
    date: mail.sentAt,
    from: addressObject(mail.from),
    to: mail.to.map(addressObject),
    cc: mail.cc.map(addressObject),
    replyTo: (mail.replyTo ?? []).map(addressObject),
    subject: mail.subject,
    text: withLineEnds(mail.text),
    ...(mail.html === "" ? {} : { html: withLineEnds(mail.html) }),
    ...(mail.inReplyTo ? { inReplyTo: `<${mail.inReplyTo}>` } : {}),
    ...(mail.references?.length ? { references: mail.references.map((id) => `<${id}>`) } : {}),
    headers: {
      ...(mail.postroomId && { "X-Postroom-Id": mail.postroomId }),
      ...(mail.isAutomatic && { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" }),
    },
    ...(mail.calendar && { icalEvent: { method: mail.calendar.method, content: mail.calendar.content } }),
    attachments: mail.attachments.map(attachmentObject),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const node = composer.compile();
  return node.build();
}

/** Everybody who gets it: what the SMTP envelope is made of, never read back from headers. */
export function envelopeOf(mail: Pick<OutgoingMail, "from" | "to" | "cc" | "bcc">): { from: string; to: string[] } {
  const to = [...mail.to, ...mail.cc, ...mail.bcc].map(({ address }) => address);
  return { from: mail.from.address, to: [...new Set(to)] };
}

function assertSendable(mail: OutgoingMail): void {
  const everybody = [mail.from, ...mail.to, ...mail.cc, ...mail.bcc, ...(mail.replyTo ?? [])];
  for (const { name, address } of everybody) {
    if (!EmailAddress.safeParse(address).success || address !== address.trim())
      refuse(`${JSON.stringify(address)} is not an e-mail address.`);
    if (hasControls(name)) refuse("A name holds control characters.");
  }
  if (mail.to.length + mail.cc.length + mail.bcc.length === 0) refuse("A mail needs a recipient.");
  if (hasControls(mail.subject)) refuse("The subject holds control characters.");
  const ids = [mail.internetMessageId, ...(mail.inReplyTo ? [mail.inReplyTo] : []), ...(mail.references ?? [])];
  if (!ids.every(isId)) refuse("A Message-ID is malformed.");
  if (mail.postroomId !== undefined && !/^[\w.@+-]{1,200}$/.test(mail.postroomId))
    refuse("The mail's own token is malformed.");
  for (const { content, contentType, contentId } of mail.attachments) {
    if (!Buffer.isBuffer(content)) refuse("An attachment is not at hand.");
    if (!/^[\w.+-]+\/[\w.+-]+$/.test(contentType)) refuse("An attachment has no valid type.");
    if (contentId !== undefined && !isId(contentId)) refuse("An attachment's Content-ID is malformed.");
  }
}

/** One kind of line end: what is stored, sent and put into Sent is then the same to the byte (security: T18). */
const withLineEnds = (text: string) => text.replaceAll("\0", "").replace(/\r\n?|\n/g, "\r\n");

function refuse(reason: string): never {
  throw new AppError("invalid", reason);
}

// eslint-disable-next-line no-control-regex
const hasControls = (text: string) => /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u.test(text);

const isId = (id: string) => /^[^\s<>\p{Cc}]{1,900}$/u.test(id);

const addressObject = ({ name, address }: MailAddress) => ({ name, address });

function attachmentObject({ filename, contentType, content, contentId }: OutgoingAttachment) {
  return {
    filename: safeFilename(filename) || "attachment",
    content,
    contentType,
    ...(contentId === undefined ? {} : { cid: contentId, contentDisposition: "inline" as const }),
  };
}
