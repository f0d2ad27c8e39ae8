import { and, eq, inArray, isNull } from "drizzle-orm";
import type { MailAddress } from "#lib/contracts/address";
import type { Db } from "../../dialect/sqlite.ts";
import { attachments, conversations, drafts, messageBodies, messageRefs, messages, sends } from "../../schema/index.ts";

export type NewOutgoing = {
  conversationId: number;
  accountId: number;
  agentId: number;
  idempotencyKey: string;
  internetMessageId: string;
  identity: string;
  inReplyTo: string;
  references: string[];
  subject: string;
  from: MailAddress;
  to: MailAddress[];
  cc: MailAddress[];
  bcc: MailAddress[];
  text: string;
  html: string;
  preview: string;
  sourceBlob: string;
  sizeBytes: number;
  attachmentIds: number[];
  recipients: string[];
  sentAt: Date;
  notBefore: Date;
  createdAt: Date;
};

/** The mail as a message of its conversation, and the promise to send it. The operation is wished by the caller. */
export async function insertOutgoing(tx: Db, mail: NewOutgoing): Promise<{ sendId: number; messageId: number }> {
  const messageId = await insertMessage(tx, mail);
  await tx.insert(messageBodies).values({ messageId, text: mail.text, html: mail.html });
  const named = [...new Set([mail.internetMessageId, ...mail.references])];
  await tx
    .insert(messageRefs)
    .values(
      named.map((internetMessageId) => ({
        messageId,
        internetMessageId,
        isSelf: internetMessageId === mail.internetMessageId,
      })),
    );
  if (mail.attachmentIds.length > 0) {
    await tx.update(attachments).set({ messageId }).where(inArray(attachments.id, mail.attachmentIds));
  }
  const [row] = await tx
    .insert(sends)
    .values({
      conversationId: mail.conversationId,
      messageId,
      accountId: mail.accountId,
      agentId: mail.agentId,
      idempotencyKey: mail.idempotencyKey,
      internetMessageId: mail.internetMessageId,
      recipients: mail.recipients,
      sourceBlob: mail.sourceBlob,
      state: "queued",
      notBefore: mail.notBefore,
      createdAt: mail.createdAt,
    })
    .returning({ id: sends.id });
  if (!row) throw new Error("An insert returned no row.");
  return { sendId: row.id, messageId };
}

async function insertMessage(tx: Db, mail: NewOutgoing): Promise<number> {
  const [row] = await tx
    .insert(messages)
    .values({
      conversationId: mail.conversationId,
      identity: mail.identity,
      internetMessageId: mail.internetMessageId,
      inReplyTo: mail.inReplyTo,
      references: mail.references,
      direction: "out",
      subject: mail.subject,
      fromName: mail.from.name,
      fromAddress: mail.from.address,
      to: mail.to,
      cc: mail.cc,
      bcc: mail.bcc,
      sentAt: mail.sentAt,
      receivedAt: mail.sentAt,
      sizeBytes: mail.sizeBytes,
      attachmentCount: mail.attachmentIds.length,
      preview: mail.preview,
      bodyState: "stored",
      sourceBlob: mail.sourceBlob,
      threadedBy: "written here",
      authorId: mail.agentId,
      createdAt: mail.createdAt,
    })
    .returning({ id: messages.id });
  if (!row) throw new Error("An insert returned no row.");
  return row.id;
}

/** Empty, and seen by nobody until something of it lies in an inbox. */
export async function insertConversation(tx: Db, createdAt: Date): Promise<number> {
  const [row] = await tx
    .insert(conversations)
    .values({ status: "open", createdAt })
    .returning({ id: conversations.id });
  if (!row) throw new Error("An insert returned no row.");
  return row.id;
}

/** Files that this agent has uploaded and that no mail carries yet. */
export async function uploadsOf(db: Db, agentId: number, ids: readonly number[]) {
  return db
    .select({
      id: attachments.id,
      filename: attachments.filename,
      contentType: attachments.contentType,
      contentId: attachments.contentId,
      sizeBytes: attachments.sizeBytes,
      blob: attachments.blob,
    })
    .from(attachments)
    .where(
      and(inArray(attachments.id, [...ids]), eq(attachments.uploadedById, agentId), isNull(attachments.messageId)),
    );
}

export async function ownDraft(db: Db, draftId: number, authorId: number) {
  const [row] = await db
    .select({ id: drafts.id, kind: drafts.kind, conversationId: drafts.conversationId })
    .from(drafts)
    .where(and(eq(drafts.id, draftId), eq(drafts.authorId, authorId)))
    .limit(1);
  return row;
}

export async function deleteDraft(tx: Db, draftId: number): Promise<void> {
  await tx.delete(drafts).where(eq(drafts.id, draftId));
}
