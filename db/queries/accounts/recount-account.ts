import { and, asc, eq, gte } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { accounts, messages, placements, sends } from "../../schema/index.ts";
import { refreshConversations } from "../refresh-conversations.ts";

const batchMax = 200;

export type RecountedBatch = { inboxIds: Map<number, number[]>; isLast: boolean };

/**
 * Counts the conversations of the next placements anew and moves the account's `recountFrom`, which is null after the last of them;
 * served by `placements_by_account`.
 */
export async function recountBatch(tx: Db, accountId: number): Promise<RecountedBatch> {
  const [account] = await tx.select({ from: accounts.recountFrom }).from(accounts).where(eq(accounts.id, accountId));
  const from = account?.from ?? null;
  if (from === null) return { inboxIds: new Map(), isLast: true };
  const rows = await tx
    .select({ id: placements.id, conversationId: messages.conversationId })
    .from(placements)
    .innerJoin(messages, eq(messages.id, placements.messageId))
    .where(and(eq(placements.accountId, accountId), gte(placements.id, from)))
    .orderBy(asc(placements.id))
    .limit(batchMax);
  const last = rows.length === batchMax ? rows.at(-1) : undefined;
  const sent = last ? [] : await conversationsOfSends(tx, accountId);
  const inboxIds = await refreshConversations(tx, [...rows.map((row) => row.conversationId), ...sent]);
  await tx
    .update(accounts)
    .set({ recountFrom: last ? last.id + 1 : null })
    .where(eq(accounts.id, accountId));
  return { inboxIds, isLast: !last };
}

/** What was written here may have no placement yet. */
async function conversationsOfSends(tx: Db, accountId: number): Promise<number[]> {
  const rows = await tx
    .selectDistinct({ conversationId: sends.conversationId })
    .from(sends)
    .where(eq(sends.accountId, accountId));
  return rows.map((row) => row.conversationId);
}
