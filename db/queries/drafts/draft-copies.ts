import { and, asc, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import { accounts, agents, attachments, draftCopies, drafts, messages, placements } from "../../schema/index.ts";

export type DraftCopy = typeof draftCopies.$inferSelect;

/** Where a draft lies on a server. */
export type DraftPlace = Pick<DraftCopy, "accountId" | "folderId" | "uidValidity" | "uid">;

export async function copyOfDraft(db: Db, draftId: number): Promise<DraftCopy | undefined> {
  const [row] = await db.select().from(draftCopies).where(eq(draftCopies.draftId, draftId));
  return row;
}

export async function putCopy(tx: Db, copy: typeof draftCopies.$inferInsert): Promise<void> {
  await tx.insert(draftCopies).values(copy).onConflictDoUpdate({ target: draftCopies.draftId, set: copy });
}

/** A draft with all that its copy on a server is made of; undefined once it was sent or thrown away. */
export async function draftToSave(db: Db, draftId: number) {
  const [row] = await db
    .select({
      id: drafts.id,
      conversationId: drafts.conversationId,
      accountId: drafts.accountId,
      version: drafts.version,
      to: drafts.to,
      cc: drafts.cc,
      bcc: drafts.bcc,
      subject: drafts.subject,
      html: drafts.html,
      text: drafts.text,
      kind: drafts.kind,
      attachmentIds: drafts.attachmentIds,
      createdAt: drafts.createdAt,
      updatedAt: drafts.updatedAt,
      fromAddress: accounts.emailAddress,
      fromName: sql<string>`coalesce(nullif(${accounts.senderName}, ''), ${agents.name})`,
    })
    .from(drafts)
    .innerJoin(agents, eq(agents.id, drafts.authorId))
    .innerJoin(accounts, eq(accounts.id, drafts.accountId))
    .where(eq(drafts.id, draftId));
  return row;
}

/** The last mail of its conversation that is no draft: what its answer refers to. */
export async function mailBefore(db: Db, conversationId: number) {
  const isDraft = sql`exists (select 1 from ${placements} p where p.message_id = ${messages.id} and p.draft = 1)`;
  const [row] = await db
    .select({ internetMessageId: messages.internetMessageId, references: messages.references })
    .from(messages)
    .where(and(eq(messages.conversationId, conversationId), sql`not ${isDraft}`))
    .orderBy(desc(messages.receivedAt), desc(messages.id))
    .limit(1);
  return row;
}

/** The mail that a conversation began with; of one in which nothing was sent yet, a draft. */
export async function beginningOf(db: Db, conversationId: number) {
  const [row] = await db
    .select({ internetMessageId: messages.internetMessageId })
    .from(messages)
    .where(eq(messages.conversationId, conversationId))
    .orderBy(asc(messages.id))
    .limit(1);
  return row;
}

/** In which conversation a copy has come to lie; undefined while sync has not met it. */
export function conversationOfCopy(db: Db, { folderId, uid }: DraftPlace): number | undefined {
  return prepared<number>(
    db,
    `select m.conversation_id from placements p join messages m on m.id = p.message_id
     where p.folder_id = ? and p.uid = ? order by p.id desc limit 1`,
  )
    .pluck()
    .get(folderId, uid);
}

/** Files whose content is here. */
export async function filesOfDraft(db: Db, attachmentIds: number[]) {
  if (attachmentIds.length === 0) return [];
  return db
    .select({
      filename: attachments.filename,
      contentType: attachments.contentType,
      contentId: attachments.contentId,
      blob: attachments.blob,
    })
    .from(attachments)
    .where(and(inArray(attachments.id, attachmentIds), isNotNull(attachments.blob)));
}

/** Whether anything may be written to the server of an account. */
export function isWritable(db: Db, accountId: number): boolean {
  return prepared<string>(db, `select mode from accounts where id = ?`).pluck().get(accountId) === "two-way";
}

/** Puts off the saving that nobody has begun until a moment's rest, but not for ever. @returns whether there was one */
export function delaySaving(tx: Db, accountId: number, draftId: number, notBefore: Date, restMaxMs: number): boolean {
  const { changes } = prepared(
    tx,
    `update operations set not_before = min(?, created_at + ?)
     where state = 'pending' and account_id = ? and kind = 'save-draft' and payload ->> 'draftId' = ?`,
  ).run(notBefore.getTime(), restMaxMs, accountId, draftId);
  return changes > 0;
}

/** What was sent or thrown away needs no saving any more. */
export function cancelSaving(tx: Db, draftId: number, now: Date): void {
  prepared(
    tx,
    `update operations set state = 'cancelled', settled_at = ?
     where state = 'pending' and kind = 'save-draft' and payload ->> 'draftId' = ?`,
  ).run(now.getTime(), draftId);
}

/** The draft that a message on a server is the copy of, with who writes it. */
export function draftOfMessage(db: Db, messageId: number): { draftId: number; authorId: number } | undefined {
  return prepared<{ draftId: number; authorId: number }>(
    db,
    `select d.id as draftId, d.author_id as authorId from placements p
     join draft_copies c on c.folder_id = p.folder_id and c.uid = p.uid
     join drafts d on d.id = c.draft_id
     where p.message_id = ? and p.missing_since is null limit 1`,
  ).get(messageId);
}

export type ContinuedMessage = {
  conversationId: number;
  accountId: number;
  mode: "two-way" | "read-only";
  folderId: number;
  uid: number;
  uidValidity: string | null;
  otherCount: number;
};

/** A message that lies in a folder of drafts of an account of these inboxes, and how many others its conversation has. */
export function draftMessage(db: Db, inboxIds: readonly number[], messageId: number): ContinuedMessage | undefined {
  return prepared<ContinuedMessage>(
    db,
    `select m.conversation_id as conversationId, p.account_id as accountId, a.mode, p.folder_id as folderId, p.uid,
       f.uid_validity as uidValidity,
       (select count(*) from messages o where o.conversation_id = m.conversation_id and o.id <> m.id) as otherCount
     from messages m
     cross join placements p on p.message_id = m.id and p.missing_since is null
     join folders f on f.id = p.folder_id and f.generation = p.generation and (f.role = 'drafts' or p.draft = 1)
     join accounts a on a.id = p.account_id and a.inbox_id in (select value from json_each(?))
     where m.id = ? order by p.id limit 1`,
  ).get(JSON.stringify(inboxIds), messageId);
}

export async function filesOfMessage(db: Db, messageId: number) {
  return db
    .select({ id: attachments.id, inline: attachments.inline, contentId: attachments.contentId })
    .from(attachments)
    .where(eq(attachments.messageId, messageId))
    .orderBy(asc(attachments.id));
}

export async function recipientsOfMessage(db: Db, messageId: number) {
  const [row] = await db
    .select({ to: messages.to, cc: messages.cc, bcc: messages.bcc, subject: messages.subject })
    .from(messages)
    .where(eq(messages.id, messageId));
  return row;
}
