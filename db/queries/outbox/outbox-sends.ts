import { eq, inArray } from "drizzle-orm";
import type { SendState, SentCopyState } from "#lib/contracts/vocabulary";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import { accounts, messages, sends } from "../../schema/index.ts";

export type OutboxSend = NonNullable<Awaited<ReturnType<typeof outboxSend>>>;

/** A send with all that handing it over takes. */
export async function outboxSend(db: Db, sendId: number) {
  const [row] = await db
    .select({
      id: sends.id,
      conversationId: messages.conversationId,
      messageId: sends.messageId,
      accountId: sends.accountId,
      inboxId: accounts.inboxId,
      fromAddress: messages.fromAddress,
      inReplyTo: messages.inReplyTo,
      internetMessageId: sends.internetMessageId,
      recipients: sends.recipients,
      sourceBlob: sends.sourceBlob,
      state: sends.state,
      attemptCount: sends.attemptCount,
      sentAt: sends.sentAt,
      sentCopyState: sends.sentCopyState,
      copyFolderId: sends.copyFolderId,
      copyGeneration: sends.copyGeneration,
      copyUid: sends.copyUid,
    })
    .from(sends)
    .innerJoin(messages, eq(messages.id, sends.messageId))
    .innerJoin(accounts, eq(accounts.id, sends.accountId))
    .where(eq(sends.id, sendId))
    .limit(1);
  return row;
}

export async function whoseSends(db: Db, sendIds: readonly number[]) {
  return db
    .select({ id: sends.id, conversationId: messages.conversationId, inboxId: accounts.inboxId })
    .from(sends)
    .innerJoin(messages, eq(messages.id, sends.messageId))
    .innerJoin(accounts, eq(accounts.id, sends.accountId))
    .where(inArray(sends.id, [...sendIds]));
}

export async function setSend(
  tx: Db,
  sendId: number,
  values: {
    state?: SendState;
    lastError?: string;
    attemptCount?: number;
    notBefore?: Date;
    sentAt?: Date;
    sentCopyState?: SentCopyState;
    copyFolderId?: number | null;
    copyGeneration?: number;
    copyUid?: number | null;
  },
): Promise<void> {
  await tx.update(sends).set(values).where(eq(sends.id, sendId));
}

/** Whether the server was seen to hold this message anywhere in the account: proof that it was handed over. */
export function isOnServer(db: Db, messageId: number, accountId: number): boolean {
  const row = prepared(db, `select 1 from placements where message_id = ? and account_id = ? limit 1`).get(
    messageId,
    accountId,
  );
  return row !== undefined;
}

/** Whether a copy lies in Sent or in the folder of everything. */
export function hasSentCopy(db: Db, messageId: number, accountId: number): boolean {
  const row = prepared(
    db,
    `select 1 from placements p join folders f on f.id = p.folder_id
     where p.message_id = ? and p.account_id = ? and f.role in ('sent', 'all') and p.missing_since is null limit 1`,
  ).get(messageId, accountId);
  return row !== undefined;
}

/** Every Message-ID that the mail goes by: ours, and the one that a server may have put in its place. */
export function ownMessageIds(db: Db, messageId: number): string[] {
  return prepared<{ id: string }>(
    db,
    `select internet_message_id as id from message_refs where message_id = ? and is_self = 1`,
  )
    .all(messageId)
    .map((row) => row.id);
}

/** The server gave the mail another Message-ID: answers will name that one. */
export function addOwnMessageId(tx: Db, messageId: number, internetMessageId: string): void {
  prepared(
    tx,
    `insert into message_refs (message_id, internet_message_id, is_self) values (?, ?, 1)
     on conflict (internet_message_id, message_id) do update set is_self = 1`,
  ).run(messageId, internetMessageId);
}

/** The copy in Sent, seen from now on; a row that sync has stored first is left as it is. */
export function placeSentCopy(
  tx: Db,
  copy: { messageId: number; accountId: number; folderId: number; generation: number; uid: number; now: Date },
): void {
  const { changes } = prepared(
    tx,
    `insert into placements (message_id, account_id, folder_id, generation, uid, seen, flagged, answered, draft, deleted, keywords,
       labels, received_at, created_at)
     values (?, ?, ?, ?, ?, 1, 0, 0, 0, 0, '[]', '[]', ?, ?)
     on conflict (folder_id, generation, uid) do nothing`,
  ).run(
    copy.messageId,
    copy.accountId,
    copy.folderId,
    copy.generation,
    copy.uid,
    copy.now.getTime(),
    copy.now.getTime(),
  );
  if (changes > 0) {
    prepared(tx, `update folders set stored_count = stored_count + 1 where id = ? and generation = ?`).run(
      copy.folderId,
      copy.generation,
    );
  }
}

type MarkedPlace = { placementId: number; messageId: number; accountId: number };

/** Places of the mail that a reply answers, in accounts that may be written to, not yet marked as answered. */
export function unansweredPlaces(db: Db, conversationId: number, inReplyTo: string): MarkedPlace[] {
  return prepared<MarkedPlace>(
    db,
    `${selectNamed} where m.internet_message_id = ? and m.conversation_id = ? and m.direction = 'in' and p.answered = 0`,
  ).all(inReplyTo, conversationId);
}

/** The same of a mail that was sent on, whoever wrote it, not yet marked as that. */
export function unforwardedPlaces(db: Db, conversationId: number, inReplyTo: string): MarkedPlace[] {
  return prepared<MarkedPlace>(
    db,
    `${selectNamed} where m.internet_message_id = ? and m.conversation_id = ?
       and not exists (select 1 from json_each(p.keywords) where value = '$Forwarded')`,
  ).all(inReplyTo, conversationId);
}

const selectNamed = `
  select p.id as placementId, m.id as messageId, p.account_id as accountId
  from messages m
  join placements p on p.message_id = m.id and p.missing_since is null
  join accounts a on a.id = p.account_id and a.mode = 'two-way'`;
