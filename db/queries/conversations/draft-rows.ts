import { and, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { accounts, agents, attachments, conversationInboxes, drafts } from "../../schema/index.ts";
import { listOf } from "./visible-message.ts";

type Asker = { id: number; inboxIds: number[] };

const columns = {
  id: drafts.id,
  conversationId: drafts.conversationId,
  accountId: drafts.accountId,
  authorId: drafts.authorId,
  authorName: agents.name,
  kind: drafts.kind,
  to: drafts.to,
  cc: drafts.cc,
  bcc: drafts.bcc,
  subject: drafts.subject,
  html: drafts.html,
  text: drafts.text,
  attachmentIds: drafts.attachmentIds,
  answeredMessageId: drafts.answeredMessageId,
  quote: drafts.quote,
  version: drafts.version,
  updatedAt: drafts.updatedAt,
};

export type DraftRow = Awaited<ReturnType<typeof draftsFor>>[number];

/**
 * Drafts that an agent may read: their own, and colleagues' in conversations that they see; newest first. Served by
 * `drafts_by_conversation` and `drafts_by_author`.
 * @param conversationId those of one conversation; null for the agent's own that belong to none
 */
export async function draftsFor(db: Db, asker: Asker, conversationId: number | null) {
  return db
    .select(columns)
    .from(drafts)
    .innerJoin(agents, eq(agents.id, drafts.authorId))
    .where(
      and(
        conversationId === null
          ? and(eq(drafts.authorId, asker.id), isNull(drafts.conversationId))
          : eq(drafts.conversationId, conversationId),
        isReadable(asker),
      ),
    )
    .orderBy(desc(drafts.updatedAt), desc(drafts.id))
    .limit(200);
}

export async function findDraft(db: Db, asker: Asker, draftId: number): Promise<DraftRow | undefined> {
  const [row] = await db
    .select(columns)
    .from(drafts)
    .innerJoin(agents, eq(agents.id, drafts.authorId))
    .where(and(eq(drafts.id, draftId), isReadable(asker)));
  return row;
}

/** An own draft of a conversation that is out of sight now may still be read, but for what it hangs on. */
function isReadable({ id, inboxIds }: Asker) {
  const inSight = sql`exists (select 1 from ${conversationInboxes}
    where ${conversationInboxes.conversationId} = ${drafts.conversationId}
      and ${conversationInboxes.inboxId} in (${listOf(inboxIds)}))`;
  return or(eq(drafts.authorId, id), inSight);
}

type Written = Omit<typeof drafts.$inferInsert, "id" | "version" | "createdAt" | "authorId">;

export async function addDraft(tx: Db, draft: typeof drafts.$inferInsert): Promise<number> {
  const [row] = await tx.insert(drafts).values(draft).returning({ id: drafts.id });
  if (!row) throw new Error("An insert returned no row.");
  return row.id;
}

/** The draft that its writer began by this name. */
export async function draftOfKey(db: Db, authorId: number, idempotencyKey: string): Promise<number | undefined> {
  const [row] = await db
    .select({ id: drafts.id })
    .from(drafts)
    .where(and(eq(drafts.authorId, authorId), eq(drafts.idempotencyKey, idempotencyKey)));
  return row?.id;
}

/**
 * @param version the one that is written over; undefined for whichever is there
 * @returns false when another was saved since
 */
export async function changeDraft(
  tx: Db,
  draftId: number,
  version: number | undefined,
  written: Written,
): Promise<boolean> {
  const rows = await tx
    .update(drafts)
    .set({ ...written, version: sql`${drafts.version} + 1` })
    .where(and(eq(drafts.id, draftId), version === undefined ? undefined : eq(drafts.version, version)))
    .returning({ id: drafts.id });
  return rows.length > 0;
}

export async function deleteDraft(tx: Db, draftId: number): Promise<void> {
  await tx.delete(drafts).where(eq(drafts.id, draftId));
}

export async function attachmentsByIds(db: Db, attachmentIds: number[]) {
  if (attachmentIds.length === 0) return [];
  return db
    .select({
      id: attachments.id,
      filename: attachments.filename,
      contentType: attachments.contentType,
      sizeBytes: attachments.sizeBytes,
      inline: attachments.inline,
      contentId: attachments.contentId,
    })
    .from(attachments)
    .where(inArray(attachments.id, attachmentIds));
}

/** The inboxes whose members may see a conversation. */
export async function inboxesOfConversation(db: Db, conversationId: number): Promise<number[]> {
  const rows = await db
    .select({ inboxId: conversationInboxes.inboxId })
    .from(conversationInboxes)
    .where(eq(conversationInboxes.conversationId, conversationId));
  return rows.map((row) => row.inboxId);
}

/** The inbox of an account, when it is one of these. */
export async function inboxOfAccount(db: Db, inboxIds: number[], accountId: number): Promise<number | undefined> {
  const [row] = await db
    .select({ inboxId: accounts.inboxId })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), inArray(accounts.inboxId, inboxIds)));
  return row?.inboxId;
}
