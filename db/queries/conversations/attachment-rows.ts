import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { attachments, messages } from "../../schema/index.ts";
import { liesInInbox, listOf } from "./visible-message.ts";

const columns = {
  id: attachments.id,
  messageId: attachments.messageId,
  filename: attachments.filename,
  contentType: attachments.contentType,
  sizeBytes: attachments.sizeBytes,
  inline: attachments.inline,
  contentId: attachments.contentId,
  blob: attachments.blob,
};

export type AttachmentRow = NonNullable<Awaited<ReturnType<typeof findAttachment>>>;

/**
 * A file that an agent may read: of a message in their inboxes, uploaded by them, or carried by a draft in a conversation that they see.
 */
export async function findAttachment(db: Db, agent: { id: number; inboxIds: number[] }, attachmentId: number) {
  const [row] = await db
    .select(columns)
    .from(attachments)
    .leftJoin(messages, eq(messages.id, attachments.messageId))
    .where(
      and(
        eq(attachments.id, attachmentId),
        sql`(
          (${messages.id} is not null and ${liesInInbox(listOf(agent.inboxIds))})
          or (${attachments.messageId} is null and (${attachments.uploadedById} = ${agent.id} or ${isInSeenDraft(agent.inboxIds)}))
        )`,
      ),
    );
  return row;
}

/** The files of a message that an agent may read, in its order; served by `attachments_by_message`. */
export async function findAttachments(db: Db, agent: { inboxIds: number[] }, messageId: number) {
  return db
    .select({ ...columns, createdAt: attachments.createdAt })
    .from(attachments)
    .innerJoin(messages, eq(messages.id, attachments.messageId))
    .where(and(eq(attachments.messageId, messageId), liesInInbox(listOf(agent.inboxIds))))
    .orderBy(asc(attachments.id));
}

/** What an agent uploaded and no message carries yet; how much of it there may be is limited. */
export async function waitingUploads(db: Db, agentId: number, since: Date): Promise<{ count: number; bytes: number }> {
  const [row] = await db
    .select({ count: sql<number>`count(*)`, bytes: sql<number>`coalesce(sum(${attachments.sizeBytes}), 0)` })
    .from(attachments)
    .where(and(eq(attachments.uploadedById, agentId), isNull(attachments.messageId), gt(attachments.createdAt, since)));
  return row ?? { count: 0, bytes: 0 };
}

export async function addUpload(tx: Db, upload: typeof attachments.$inferInsert): Promise<number> {
  const [row] = await tx.insert(attachments).values(upload).returning({ id: attachments.id });
  if (!row) throw new Error("An insert returned no row.");
  return row.id;
}

/** Only what its own agent uploaded and no message carries. */
export async function deleteUpload(tx: Db, agentId: number, attachmentId: number): Promise<boolean> {
  const rows = await tx
    .delete(attachments)
    .where(and(eq(attachments.id, attachmentId), eq(attachments.uploadedById, agentId), isNull(attachments.messageId)))
    .returning({ id: attachments.id });
  return rows.length > 0;
}

function isInSeenDraft(inboxIds: number[]) {
  return sql`exists (select 1 from drafts d join conversation_inboxes i on i.conversation_id = d.conversation_id
    where i.inbox_id in (${listOf(inboxIds)})
      and exists (select 1 from json_each(d.attachment_ids) a where a.value = ${attachments.id}))`;
}
