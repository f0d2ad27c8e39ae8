import MailComposer from "nodemailer/lib/mail-composer";
import { EmailAddress, type MailAddress } from "#lib/contracts/address";
import type { OutgoingAttachment } from "./build-message.ts";
import { safeFilename } from "./message-parts.ts";

export type DraftMail = {
  internetMessageId: string;
  /** By which its copies on a server are known. */
  token: string;
  savedAt: Date;
  from: MailAddress;
  to: readonly MailAddress[];
  cc: readonly MailAddress[];
  bcc: readonly MailAddress[];
  subject: string;
  text: string;
  html: string;
  inReplyTo: string;
  references: readonly string[];
  attachments: readonly OutgoingAttachment[];
};

/** A mail as far as it is written: it may have no recipient yet, and names those of Bcc, for it is sent from here by nobody else. */
export async function buildDraft(mail: DraftMail): Promise<Buffer> {
  const ids = mail.references.filter(isId).map((id) => `<${id}>`);
  const composer = new MailComposer({
    messageId: `<${mail.internetMessageId}>`,
    date: mail.savedAt,
    from: addressObject(mail.from),
    to: mail.to.filter(isWhole).map(addressObject),
    cc: mail.cc.filter(isWhole).map(addressObject),
    bcc: mail.bcc.filter(isWhole).map(addressObject),
    subject: clean(mail.subject),
    text: withLineEnds(mail.text),
    ...(mail.html === "" ? {} : { html: withLineEnds(mail.html) }),
    ...(isId(mail.inReplyTo) ? { inReplyTo: `<${mail.inReplyTo}>` } : {}),
    ...(ids.length > 0 ? { references: ids } : {}),
    headers: { "X-Postroom-Draft": mail.token },
    attachments: mail.attachments.map((file) => ({
      filename: safeFilename(file.filename) || "attachment",
      content: file.content,
      contentType: /^[\w.+-]+\/[\w.+-]+$/.test(file.contentType) ? file.contentType : "application/octet-stream",
      ...(file.contentId !== undefined && { cid: file.contentId, contentDisposition: "inline" as const }),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const node = composer.compile();
  node.keepBcc = true;
  return node.build();
}

/** Half an address is none yet. */
const isWhole = ({ address }: MailAddress) => EmailAddress.safeParse(address).success;

const isId = (id: string) => /^[^\s<>\p{Cc}]{1,900}$/u.test(id);

// oxlint-disable-next-line no-control-regex -- what would end a header
const clean = (text: string) => text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, " ");

const addressObject = ({ name, address }: MailAddress) => ({ name: clean(name), address });

const withLineEnds = (text: string) => text.replaceAll("\0", "").replace(/\r\n?|\n/g, "\r\n");
