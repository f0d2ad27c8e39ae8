import { and, desc, eq, gt, gte, inArray, sql } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { accounts, messageBodies, messages, placements } from "../../schema/index.ts";
import { liesInInbox, listOf } from "../conversations/visible-message.ts";
import { prepared } from "../../dialect/sqlite.ts";

export type AnsweredMessage = NonNullable<Awaited<ReturnType<typeof newestMessage>>>;
export type SendingAccount = Awaited<ReturnType<typeof sendingAccounts>>[number];

const messageFields = {
  id: messages.id,
  internetMessageId: messages.internetMessageId,
  inReplyTo: messages.inReplyTo,
  references: messages.references,
  direction: messages.direction,
  subject: messages.subject,
  fromName: messages.fromName,
  fromAddress: messages.fromAddress,
  to: messages.to,
  cc: messages.cc,
  replyTo: messages.replyTo,
  sentAt: messages.sentAt,
  receivedAt: messages.receivedAt,
  bodyState: messages.bodyState,
};

/** The last message of a conversation that these inboxes hold and that is no draft, or the last one that came in; served by `messages_by_conversation`. */
export async function newestMessage(db: Db, inboxIds: readonly number[], conversationId: number, direction?: "in") {
  const [row] = await db
    .select(messageFields)
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        liesInInbox(listOf(inboxIds)),
        sql`not exists (select 1 from ${placements} p where p.message_id = ${messages.id} and p.draft = 1)`,
        direction ? eq(messages.direction, direction) : undefined,
      ),
    )
    .orderBy(desc(messages.receivedAt), desc(messages.id))
    .limit(1);
  return row;
}

/** One message that these inboxes hold, as what is answered. */
export async function answeredMessage(db: Db, inboxIds: readonly number[], messageId: number) {
  const [row] = await db
    .select(messageFields)
    .from(messages)
    .where(and(eq(messages.id, messageId), liesInInbox(listOf(inboxIds))));
  return row;
}

/**
 * What came in after a message had been seen. Clocks of servers differ, so what arrived later counts although its date is a little
 * earlier; old mail that a backfill brings does not.
 */
export async function incomingAfter(
  db: Db,
  inboxIds: readonly number[],
  conversationId: number,
  seenMessageId: number,
) {
  const toleranceMs = 15 * 60_000;
  const seenAt = sql`(select s.received_at from messages s where s.id = ${seenMessageId})`;
  return db
    .select({
      id: messages.id,
      fromName: messages.fromName,
      fromAddress: messages.fromAddress,
      preview: messages.preview,
      receivedAt: messages.receivedAt,
    })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.direction, "in"),
        gt(messages.id, seenMessageId),
        gt(messages.receivedAt, sql`${seenAt} - ${toleranceMs}`),
        liesInInbox(listOf(inboxIds)),
      ),
    )
    .orderBy(messages.receivedAt)
    .limit(50);
}

/** Of our own mails in a conversation, the newest first; what was taken back is none. Served by `messages_by_conversation`. */
export async function subjectsSentSince(db: Db, conversationId: number, since: Date): Promise<string[]> {
  const isCancelled = sql`exists (select 1 from sends s where s.message_id = ${messages.id} and s.state = 'cancelled')`;
  const rows = await db
    .select({ subject: messages.subject })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.direction, "out"),
        gte(messages.receivedAt, since),
        sql`not ${isCancelled}`,
      ),
    )
    .orderBy(desc(messages.receivedAt))
    .limit(50);
  return rows.map(({ subject }) => subject);
}

export async function bodyOfMessage(db: Db, messageId: number): Promise<{ text: string; html: string }> {
  const [row] = await db
    .select({ text: messageBodies.text, html: messageBodies.html })
    .from(messageBodies)
    .where(eq(messageBodies.messageId, messageId))
    .limit(1);
  return row ?? { text: "", html: "" };
}

/** Accounts of these inboxes, in the order in which they were connected. */
export async function sendingAccounts(db: Db, inboxIds: readonly number[]) {
  return db
    .select({
      id: accounts.id,
      inboxId: accounts.inboxId,
      name: accounts.name,
      senderName: accounts.senderName,
      emailAddress: accounts.emailAddress,
      mode: accounts.mode,
    })
    .from(accounts)
    .where(inArray(accounts.inboxId, [...inboxIds]))
    .orderBy(accounts.id);
}

/** Every address that mail is fetched for: never a recipient of an answer by default. */
export function allOwnAddresses(db: Db): string[] {
  return prepared<{ address: string }>(db, `select distinct email_address as address from accounts`)
    .all()
    .map((row) => row.address);
}

/** The accounts that hold a message, or that it was sent from. */
export function accountIdsOfMessage(db: Db, messageId: number): number[] {
  return prepared<{ id: number }>(
    db,
    `select account_id as id from placements where message_id = ? and missing_since is null
     union select account_id from sends where message_id = ?`,
  )
    .all(messageId, messageId)
    .map((row) => row.id);
}

export function isMessageOf(db: Db, messageId: number, conversationId: number): boolean {
  const row = prepared(db, `select 1 from messages where id = ? and conversation_id = ?`).get(
    messageId,
    conversationId,
  );
  return row !== undefined;
}
