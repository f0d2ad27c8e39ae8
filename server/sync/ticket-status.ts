import type { Db } from "#db/dialect/sqlite";
import { insertActivity, setTicketState, ticketStates } from "#db/queries/sync/merge-conversations";
import { now } from "#server/clock";

/** An answer came: whoever set the conversation aside has to look at it again. */
export async function reopenTickets(tx: Db, conversationIds: number[]): Promise<void> {
  for (const state of await ticketStates(tx, conversationIds)) {
    if (state.status === "open" && state.snoozedUntil === null) continue;
    await setTicketState(tx, { ...state, status: "open", snoozedUntil: null, closedAt: null });
    await insertActivity(tx, { conversationId: state.id, kind: "reopened", data: { from: state.status } }, now());
  }
}

/**
 * Conversations that were first seen in Sent or an archive, and so taken for finished, of which something now turns up in an inbox.
 * One that an agent closed has a date of closing and stays closed.
 */
export async function openFoundTickets(tx: Db, conversationIds: number[]): Promise<void> {
  for (const state of await ticketStates(tx, conversationIds)) {
    if (state.status === "closed" && state.closedAt === null) await setTicketState(tx, { ...state, status: "open" });
  }
}
