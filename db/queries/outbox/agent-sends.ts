import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { WrittenMail } from "#lib/contracts/operation";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import {
  accounts,
  attachments,
  conversations,
  drafts,
  messageRefs,
  messages,
  operations,
  sends,
} from "../../schema/index.ts";

const acceptedFields = {
  sendId: sends.id,
  internetMessageId: sends.internetMessageId,
  conversationId: messages.conversationId,
  messageId: sends.messageId,
  notBefore: sends.notBefore,
};

/** What an agent's earlier request with this key was answered with; served by `sends_by_agent_key`. */
export async function sendByKey(db: Db, agentId: number, idempotencyKey: string) {
  const [row] = await db
    .select(acceptedFields)
    .from(sends)
    .innerJoin(messages, eq(messages.id, sends.messageId))
    .where(and(eq(sends.agentId, agentId), eq(sends.idempotencyKey, idempotencyKey)))
    .limit(1);
  return row;
}

/** A send from an account of one of these inboxes. */
export async function visibleSend(db: Db, inboxIds: readonly number[], sendId: number) {
  const [row] = await db
    .select({
      id: sends.id,
      conversationId: messages.conversationId,
      messageId: sends.messageId,
      accountId: sends.accountId,
      inboxId: accounts.inboxId,
      agentId: sends.agentId,
      internetMessageId: sends.internetMessageId,
      state: sends.state,
      attemptCount: sends.attemptCount,
      lastError: sends.lastError,
      notBefore: sends.notBefore,
      sentAt: sends.sentAt,
      sentCopyState: sends.sentCopyState,
    })
    .from(sends)
    .innerJoin(messages, eq(messages.id, sends.messageId))
    .innerJoin(accounts, eq(accounts.id, sends.accountId))
    .where(and(eq(sends.id, sendId), inArray(accounts.inboxId, [...inboxIds])))
    .limit(1);
  return row;
}

/** The send's own operation, the last one when it was tried anew by hand. */
export async function operationOfSend(db: Db, sendId: number) {
  const rows = await db
    .select({ id: operations.id, state: operations.state, payload: operations.payload })
    .from(operations)
    .where(and(eq(operations.sendId, sendId), eq(operations.kind, "send")))
    .orderBy(operations.id);
  return rows.at(-1);
}

/** What was written becomes a draft of its author again, its files with it, and nothing threads by the mail that never was. */
export async function giveBackDraft(
  tx: Db,
  send: { messageId: number; conversationId: number; accountId: number },
  { status: _status, ...written }: WrittenMail,
  authorId: number,
  now: Date,
): Promise<number> {
  await tx.delete(messageRefs).where(eq(messageRefs.messageId, send.messageId));
  await tx
    .update(attachments)
    .set({ messageId: null })
    .where(and(eq(attachments.messageId, send.messageId), isNotNull(attachments.uploadedById)));
  const conversationId = written.kind === "new" ? null : send.conversationId;
  const [row] = await tx
    .insert(drafts)
    .values({ ...written, conversationId, accountId: send.accountId, authorId, updatedAt: now, createdAt: now })
    .returning({ id: drafts.id });
  if (!row) throw new Error("An insert returned no row.");
  return row.id;
}

export async function statusOf(db: Db, conversationId: number) {
  const [row] = await db
    .select({ status: conversations.status })
    .from(conversations)
    .where(eq(conversations.id, conversationId))
    .limit(1);
  return row?.status;
}

/** Inboxes that hold something of a conversation. */
export function inboxIdsOfConversation(db: Db, conversationId: number): number[] {
  return prepared<{ id: number }>(
    db,
    `select inbox_id as id from conversation_inboxes where conversation_id = ? order by inbox_id`,
  )
    .all(conversationId)
    .map((row) => row.id);
}
