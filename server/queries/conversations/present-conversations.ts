import type { Db } from "#db/dialect/sqlite";
import {
  accountsOfConversations,
  conversationRows,
  tagsOfConversations,
} from "#db/queries/conversations/conversation-rows";
import type { Conversation } from "#lib/contracts/conversation";
import { rolesOf } from "#lib/mail/role-mask";

type Row = Awaited<ReturnType<typeof conversationRows>>[number];

/**
 * Conversations as the list shows them, in the order given, with three queries however many they are.
 * @param wanted with `inboxId`, the inbox whose sight of it stands for it; else the one with the newest message
 */
export async function presentConversations(
  db: Db,
  inboxIds: number[],
  wanted: { conversationId: number; inboxId?: number }[],
): Promise<Conversation[]> {
  if (wanted.length === 0 || inboxIds.length === 0) return [];
  const ids = wanted.map((one) => one.conversationId);
  const rows = Map.groupBy(await conversationRows(db, inboxIds, ids), (row) => row.conversationId);
  const tags = Map.groupBy(await tagsOfConversations(db, ids), (row) => row.conversationId);
  const accounts = Map.groupBy(await accountsOfConversations(db, inboxIds, ids), (row) => row.conversationId);
  return wanted.flatMap(({ conversationId, inboxId }) => {
    const sights = rows.get(conversationId) ?? [];
    const main = sights.find((row) => row.inboxId === inboxId) ?? sights[0];
    if (!main) return [];
    return [
      {
        ...ownFields(main),
        ...fieldsOfAll(sights),
        tags: (tags.get(conversationId) ?? []).map(({ id, name, color }) => ({ id, name, color })),
        accountIds: (accounts.get(conversationId) ?? []).map((row) => row.accountId),
      },
    ];
  });
}

function ownFields(row: Row) {
  return {
    id: row.conversationId,
    number: row.conversationId,
    subject: row.subject,
    status: row.status,
    assignee: row.assigneeId === null ? null : { id: row.assigneeId, name: row.assigneeName ?? "" },
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    lastMessageAt: row.lastMessageAt.toISOString(),
    preview: row.preview,
    participants: row.participants,
    messageCount: row.messageCount,
    attachmentCount: row.attachmentCount,
    version: row.version,
  };
}

function fieldsOfAll(rows: Row[]) {
  return {
    unseen: rows.some((row) => row.unseenCount > 0),
    flagged: rows.some((row) => row.flagged),
    roles: rolesOf(rows.reduce((mask, row) => mask | row.roleMask, 0)),
    inboxIds: rows.map((row) => row.inboxId).sort((a, b) => a - b),
  };
}
