import { and, eq, inArray } from "drizzle-orm";
import type { MessagePart } from "#lib/contracts/message-part";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import { attachments, messages } from "../../schema/index.ts";

/** Newest first; a walk of `messages_by_body_state` resumes below it. */
export type BodyCursor = { receivedAt: number; messageId: number };
export type BodyWanted = {
  messageId: number;
  placementId: number;
  folderId: number;
  uid: number;
  receivedAt: number;
  parts: MessagePart[];
};

/** Messages of an account whose text is not here, from `before` down; served by `messages_by_body_state`. */
export function bodiesWanted(db: Db, accountId: number, before: BodyCursor, limit: number): BodyWanted[] {
  return prepared<WantedRow>(db, selectWanted)
    .all(before.receivedAt, before.receivedAt, before.messageId, accountId, limit)
    .map(wanted);
}

type WantedRow = Omit<BodyWanted, "parts"> & { parts: string };

const wanted = (row: WantedRow): BodyWanted => ({ ...row, parts: JSON.parse(row.parts) as MessagePart[] });

export function lastMessageId(db: Db): number {
  return prepared<{ id: number | null }>(db, `select max(id) as id from messages`).get()?.id ?? 0;
}

/** The newest date among an account's messages stored after `messageId`, and the last id of all. */
export function newestSince(
  db: Db,
  accountId: number,
  messageId: number,
): { receivedAt: number | null; lastId: number } {
  const newest = prepared<{ receivedAt: number | null }>(
    db,
    // The inner limit keeps to the range of ids: the index of body states would be walked whole.
    `select max(m.received_at) as receivedAt
     from (select id, received_at, body_state from messages where id > ? order by id limit 1000000) m
     where m.body_state = 'none' and exists (select 1 from placements p where p.message_id = m.id and p.account_id = ?)`,
  ).get(messageId, accountId);
  return { receivedAt: newest?.receivedAt ?? null, lastId: lastMessageId(db) };
}

export type StoredBody = { messageId: number; text: string; html: string; preview: string };

/**
 * Keeps what was read. Two statements a row, prepared once: one for all, taken from JSON, takes twice as long, and cannot hold a text that
 * is not well-formed.
 * @returns the conversations whose newest message is among them: only their rows show it
 */
export async function storeBodies(tx: Db, bodies: readonly StoredBody[]): Promise<number[]> {
  for (const { messageId, text, html, preview } of bodies) {
    // Account and message may have been removed while the text was on its way.
    const isThere = prepared(tx, updatePreview).run(preview, messageId).changes > 0;
    if (isThere) prepared(tx, insertBody).run(messageId, text, html);
  }
  return prepared<{ id: number }>(
    tx,
    `select distinct m.conversation_id as id from messages m
     join conversation_inboxes c on c.conversation_id = m.conversation_id and c.last_message_id = m.id
     where m.id in (select value from json_each(?))`,
  )
    .all(JSON.stringify(bodies.map((body) => body.messageId)))
    .map((row) => row.id);
}

/** Their text cannot be had; those whose text came meanwhile stay as they are. */
export async function failBodies(tx: Db, messageIds: readonly number[]): Promise<void> {
  await tx
    .update(messages)
    .set({ bodyState: "failed" })
    .where(and(inArray(messages.id, [...messageIds]), eq(messages.bodyState, "none")));
}

export async function messageParts(db: Db, messageIds: readonly number[]) {
  return db
    .select({
      id: messages.id,
      conversationId: messages.conversationId,
      bodyState: messages.bodyState,
      sourceBlob: messages.sourceBlob,
      parts: messages.parts,
    })
    .from(messages)
    .where(inArray(messages.id, [...messageIds]));
}

export async function wantedAttachment(db: Db, attachmentId: number, messageId: number) {
  const [row] = await db
    .select({ id: attachments.id, part: attachments.part, blob: attachments.blob, sizeBytes: attachments.sizeBytes })
    .from(attachments)
    .where(and(eq(attachments.id, attachmentId), eq(attachments.messageId, messageId)))
    .limit(1);
  return row;
}

export async function setAttachmentBlob(tx: Db, attachmentId: number, blob: string, sizeBytes: number): Promise<void> {
  await tx.update(attachments).set({ blob, sizeBytes }).where(eq(attachments.id, attachmentId));
}

export async function setSourceBlob(tx: Db, messageId: number, sourceBlob: string): Promise<void> {
  await tx.update(messages).set({ sourceBlob }).where(eq(messages.id, messageId));
}

/** Inboxes whose accounts hold the message. */
export function inboxIdsOfMessage(db: Db, messageId: number): number[] {
  return prepared<{ id: number }>(
    db,
    `select distinct a.inbox_id as id from placements p join accounts a on a.id = p.account_id where p.message_id = ?`,
  )
    .all(messageId)
    .map((row) => row.id);
}

const updatePreview = `update messages set body_state = 'stored', preview = ? where id = ?`;

const insertBody = `
  insert into message_bodies (message_id, text, html) values (?, ?, ?)
  on conflict (message_id) do update set text = excluded.text, html = excluded.html`;

const selectWanted = `
  select m.id as messageId, p.id as placementId, p.folder_id as folderId, p.uid, m.received_at as receivedAt, m.parts
  from messages m
  join placements p on p.message_id = m.id and p.missing_since is null
  join folders f on f.id = p.folder_id and f.generation = p.generation
  where m.body_state = 'none' and m.received_at <= ? and (m.received_at < ? or m.id < ?) and p.account_id = ?
  order by m.received_at desc, m.id desc
  limit ?`;
