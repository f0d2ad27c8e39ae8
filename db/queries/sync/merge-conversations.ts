import type { ConversationStatus } from "#lib/contracts/vocabulary";
import { prepared, type Db } from "../../dialect/sqlite.ts";

export type TicketState = {
  id: number;
  status: ConversationStatus;
  assigneeId: number | null;
  snoozedUntil: number | null;
  closedAt: number | null;
};

export async function ticketStates(tx: Db, conversationIds: number[]): Promise<TicketState[]> {
  return prepared<TicketState>(tx, selectStates).all(JSON.stringify(conversationIds));
}

export async function setTicketState(tx: Db, state: TicketState): Promise<void> {
  prepared(tx, updateState).run(state.status, state.assigneeId, state.snoozedUntil, state.closedAt, state.id);
}

/** Moves all that hangs on one conversation to another and leaves the first as a sign that points there. */
export async function moveConversation(tx: Db, fromId: number, toId: number): Promise<void> {
  for (const text of moves) prepared(tx, text).run(toId, fromId);
  prepared(tx, copyTags).run(toId, fromId);
  prepared(tx, dropTags).run(fromId);
  prepared(tx, pointElsewhere).run(toId, fromId, fromId);
}

/** Puts messages into a conversation of their own, with nothing else of the one that they were in. */
export async function moveMessages(tx: Db, messageIds: number[], toId: number): Promise<void> {
  prepared(tx, moveThese).run(toId, JSON.stringify(messageIds));
}

export async function insertActivity(
  tx: Db,
  activity: { conversationId: number; kind: "merged" | "reopened" | "detached"; data: Record<string, unknown> },
  createdAt: Date,
): Promise<void> {
  const { conversationId, kind, data } = activity;
  prepared(tx, insertRow).run(conversationId, kind, JSON.stringify(data), createdAt.getTime());
}

const moveThese = `
  update messages set conversation_id = ?, threaded_by = '' where id in (select value from json_each(?))`;

const selectStates = `
  select id, status, assignee_id as assigneeId, snoozed_until as snoozedUntil, closed_at as closedAt
  from conversations where id in (select value from json_each(?)) order by id`;

const updateState = `
  update conversations set status = ?, assignee_id = ?, snoozed_until = ?, closed_at = ?, version = version + 1 where id = ?`;

const moves = ["messages", "notes", "activities", "drafts", "sends"].map(
  (name) => `update ${name} set conversation_id = ? where conversation_id = ?`,
);

const copyTags = `
  insert or ignore into conversation_tags (conversation_id, tag_id)
  select ?, tag_id from conversation_tags where conversation_id = ?`;

const dropTags = `delete from conversation_tags where conversation_id = ?`;

/** What pointed to it before points on. */
const pointElsewhere = `
  update conversations set merged_into_id = ?, version = version + 1 where id = ? or merged_into_id = ?`;

const insertRow = `insert into activities (conversation_id, kind, data, created_at) values (?, ?, ?, ?)`;
