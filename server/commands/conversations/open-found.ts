import { setTicketState, ticketStates } from "#db/queries/sync/merge-conversations";
import { ownLabels } from "#lib/mail/labels";
import type { Act } from "./act-on-conversation.ts";
import type { LabelWish } from "./wish-labels.ts";

/**
 * A conversation that was archived when it was first seen, and so taken for finished, is at hand once \Inbox is put on its mail. One that an
 * agent closed has a date of closing and stays closed.
 */
export async function openFound({ tx, conversation }: Act, wishes: readonly LabelWish[]): Promise<void> {
  if (!wishes.some(({ add }) => add.some(({ label }) => label === ownLabels.inbox))) return;
  for (const state of await ticketStates(tx, [conversation.id]))
    if (state.status === "closed" && state.closedAt === null) await setTicketState(tx, { ...state, status: "open" });
}
