import { createHash } from "node:crypto";
import type { NewOutgoing } from "#db/queries/outbox/queue-send";
import type { AnsweredMessage, SendingAccount } from "#db/queries/outbox/reply-context";
import type { MailAddress } from "#lib/contracts/address";
import type { SendMail } from "#lib/contracts/send";
import type { Agent } from "../../auth/agent.ts";
import { keepBlob } from "../../blobs.ts";
import { now } from "../../clock.ts";
import {
  buildMessage,
  envelopeOf,
  type OutgoingAttachment,
  type OutgoingCalendar,
  type OutgoingMail,
} from "../../mime/build-message.ts";
import { newMessageId } from "../../mime/own-message-id.ts";
import { gatherUploads } from "./gather-uploads.ts";
import { threadHeaders } from "./thread-headers.ts";
import { writeBody } from "./write-body.ts";

const usualUndoMs = 10_000;

type Letter = {
  conversationId: number;
  account: SendingAccount;
  answered: AnsweredMessage | undefined;
  to: readonly MailAddress[];
  cc: readonly MailAddress[];
  bcc: readonly MailAddress[];
  subject: string;
  /** An answer for a calendar; it quotes nothing. */
  calendar?: OutgoingCalendar;
};

/** Renders the mail, once: whatever happens later, these bytes under this Message-ID are what is sent. They are kept when it returns. */
export async function composeSend(agent: Agent, body: SendMail, letter: Letter): Promise<NewOutgoing> {
  const uploads = await gatherUploads(agent, body.attachmentIds ?? []);
  const contentIds = uploads.flatMap((upload) => upload.contentId ?? []);
  const written = await writeBody(body, letter.calendar ? undefined : letter.answered, contentIds);
  const { account, conversationId } = letter;
  const createdAt = now();
  const notBefore = notBeforeOf(body, createdAt);
  const internetMessageId = newMessageId(conversationId, account.emailAddress.split("@").at(-1) ?? "");
  const from = { name: account.senderName || account.name, address: account.emailAddress };
  const { inReplyTo, references } = threadHeaders(letter.answered);
  const mail: OutgoingMail = {
    internetMessageId,
    sentAt: body.sendAt ? notBefore : createdAt,
    from,
    to: letter.to,
    cc: letter.cc,
    bcc: letter.bcc,
    subject: letter.subject,
    text: written.text,
    html: written.html,
    inReplyTo,
    references,
    attachments: written.html === "" ? uploads.map(besideText) : uploads,
    ...(letter.calendar && { calendar: letter.calendar }),
    postroomId: internetMessageId,
  };
  const source = await buildMessage(mail);
  return {
    conversationId,
    accountId: account.id,
    agentId: agent.id,
    idempotencyKey: body.idempotencyKey,
    internetMessageId,
    identity: createHash("sha256").update(`sent:${internetMessageId}`).digest("hex"),
    inReplyTo,
    references,
    subject: letter.subject,
    from,
    to: [...letter.to],
    cc: [...letter.cc],
    bcc: [...letter.bcc],
    ...written,
    sourceBlob: await keepBlob(source),
    sizeBytes: source.length,
    attachmentIds: [...new Set(body.attachmentIds)],
    recipients: envelopeOf(mail).to,
    sentAt: mail.sentAt,
    notBefore,
    createdAt,
  };
}

/** A text shows no image: it is a file like any other. */
function besideText({ contentId: _contentId, ...file }: OutgoingAttachment): OutgoingAttachment {
  return file;
}

/** A chosen hour needs no time to think better of it. */
function notBeforeOf({ sendAt, undoMs = usualUndoMs }: SendMail, at: Date): Date {
  const wanted = sendAt ? new Date(sendAt).getTime() : at.getTime() + undoMs;
  return new Date(Math.max(wanted, at.getTime()));
}
