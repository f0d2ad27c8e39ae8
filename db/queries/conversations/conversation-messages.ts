import { and, asc, desc, eq, inArray, isNull, sql, type SQL } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import {
  accounts,
  agents,
  attachments,
  draftCopies,
  drafts,
  folders,
  messageBodies,
  messages,
  placements,
  sends,
} from "../../schema/index.ts";
import { isHidden } from "../hidden-placement.ts";
import { isFrom, withSlices } from "./mail-from.ts";
import { liesInInbox, listOf } from "./visible-message.ts";

/**
 * The newest messages of a conversation that lie in these inboxes, oldest of them first; served by `messages_by_conversation`.
 */
export async function messagesOfConversation(db: Db, inboxIds: number[], conversationId: number, limit: number) {
  const rows = await db
    .select({
      id: messages.id,
      internetMessageId: messages.internetMessageId,
      direction: messages.direction,
      fromName: messages.fromName,
      fromAddress: messages.fromAddress,
      to: messages.to,
      cc: messages.cc,
      replyTo: messages.replyTo,
      subject: messages.subject,
      sentAt: messages.sentAt,
      receivedAt: messages.receivedAt,
      preview: messages.preview,
      bodyState: messages.bodyState,
      headers: messages.headers,
      parts: messages.parts,
      threadedBy: messages.threadedBy,
      authorId: agents.id,
      authorName: agents.name,
      hasStoredHtml: sql<number>`coalesce(${messageBodies.html} <> '', 0)`,
    })
    .from(messages)
    .leftJoin(agents, eq(agents.id, messages.authorId))
    .leftJoin(messageBodies, eq(messageBodies.messageId, messages.id))
    .where(
      and(eq(messages.conversationId, conversationId), liesInInbox(listOf(inboxIds)), isNoCopyOfDraft(conversationId)),
    )
    .orderBy(desc(messages.receivedAt), desc(messages.id))
    .limit(limit);
  return rows.toReversed();
}

/** Where these messages lie in accounts of these inboxes, as agents see it; served by `placements_by_message`. */
export async function placementsOfMessages(db: Db, inboxIds: number[], messageIds: number[]) {
  return db
    .select({
      messageId: placements.messageId,
      accountId: placements.accountId,
      folderId: folders.id,
      role: folders.role,
      uid: placements.uid,
      seen: placements.seen,
      flagged: placements.flagged,
      answered: placements.answered,
      draft: placements.draft,
      deleted: placements.deleted,
      keywords: placements.keywords,
    })
    .from(placements)
    .crossJoin(accounts)
    .innerJoin(folders, eq(folders.id, sql`coalesce(${placements.movingToFolderId}, ${placements.folderId})`))
    .where(
      and(
        eq(accounts.id, placements.accountId),
        inArray(placements.messageId, messageIds),
        inArray(accounts.inboxId, inboxIds),
        isNull(placements.missingSince),
        sql.raw(`not ${isHidden("placements")}`),
      ),
    )
    .orderBy(asc(placements.id));
}

/** Served by `attachments_by_message`. */
export async function attachmentsOfMessages(db: Db, messageIds: number[]) {
  return db
    .select({
      messageId: attachments.messageId,
      id: attachments.id,
      filename: attachments.filename,
      contentType: attachments.contentType,
      sizeBytes: attachments.sizeBytes,
      inline: attachments.inline,
      contentId: attachments.contentId,
    })
    .from(attachments)
    .where(inArray(attachments.messageId, messageIds))
    .orderBy(asc(attachments.id));
}

/** The sending of mail written here, newest first; served by `sends_by_message`. */
export async function sendsOfMessages(db: Db, messageIds: number[]) {
  return db
    .select({
      messageId: sends.messageId,
      id: sends.id,
      state: sends.state,
      lastError: sends.lastError,
      notBefore: sends.notBefore,
    })
    .from(sends)
    .where(inArray(sends.messageId, messageIds))
    .orderBy(desc(sends.id));
}

/** Of these addresses, when each first wrote to one of these inboxes; served by `messages_by_sender`, of each slice up to the first that counts. */
export async function firstMailFrom(
  db: Db,
  inboxIds: number[],
  addresses: string[],
): Promise<{ address: string; firstAt: number }[]> {
  if (addresses.length === 0) return [];
  return db.all(sql`
    ${withSlices}
    select wanted.value as address, (
      select min((
        select ${messages.receivedAt} from ${messages}
        where ${isFrom(sql`wanted.value`)} and ${liesInInbox(listOf(inboxIds))}
        order by ${messages.receivedAt} limit 1))
      from slices) as "firstAt"
    from json_each(${JSON.stringify(addresses)}) wanted`);
}

/** What is being written here shows in the composer, and what a server could not take away of it nowhere. */
function isNoCopyOfDraft(conversationId: number): SQL {
  return sql`not exists (
    select 1 from ${placements} p
    left join ${draftCopies} c on c.folder_id = p.folder_id and c.uid = p.uid
    left join ${drafts} d on d.id = c.draft_id and d.conversation_id = ${conversationId}
    where p.message_id = ${messages.id} and p.missing_since is null and p.draft = 1 and (d.id is not null or p.deleted = 1))`;
}
