import type { Db } from "#db/dialect/sqlite";
import {
  insertActivity,
  moveConversation,
  setTicketState,
  ticketStates,
  type TicketState,
} from "#db/queries/sync/merge-conversations";
import { now } from "#server/clock";

export type Merge = { conversationId: number; intoConversationId: number };

/** Moves conversations into the oldest of them: mail, notes, drafts, tags and what happened; work still open stays open. */
export async function joinConversations(tx: Db, intoId: number, fromIds: number[]): Promise<Merge[]> {
  const states = await ticketStates(tx, [intoId, ...fromIds]);
  const into = states.find((state) => state.id === intoId);
  if (!into) throw new Error("A conversation that is joined exists.");
  for (const fromId of fromIds) {
    await moveConversation(tx, fromId, intoId);
    const data = { conversationId: fromId, intoConversationId: intoId };
    await insertActivity(tx, { conversationId: intoId, kind: "merged", data }, now());
  }
  await setTicketState(tx, { ...joinedState(states), id: intoId });
  return fromIds.map((conversationId) => ({ conversationId, intoConversationId: intoId }));
}

/** The most that any of them asks for: open before pending before closed, awake before snoozed, the oldest one's assignee. */
function joinedState(states: TicketState[]): Omit<TicketState, "id"> {
  const status = (["open", "pending", "closed"] as const).find((one) => states.some((state) => state.status === one));
  const isAwake = states.some((state) => state.status !== "closed" && state.snoozedUntil === null);
  const snoozes = states.flatMap((state) => state.snoozedUntil ?? []);
  const closings = states.flatMap((state) => state.closedAt ?? []);
  return {
    status: status ?? "open",
    assigneeId: states.find((state) => state.assigneeId !== null)?.assigneeId ?? null,
    snoozedUntil: isAwake || snoozes.length === 0 ? null : Math.min(...snoozes),
    closedAt: status === "closed" && closings.length > 0 ? Math.max(...closings) : null,
  };
}
