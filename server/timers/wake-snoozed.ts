import { addActivity } from "#db/queries/outbox/add-activity";
import { refreshConversations } from "#db/queries/refresh-conversations";
import { dueSnoozes, wakeConversations } from "#db/queries/timers/expire";
import { now } from "../clock.ts";
import { commit } from "../events/commit.ts";
import { store } from "../store.ts";

/** Conversations come back to the open ones when their hour has come, in sets of 200. */
export async function wakeSnoozed(): Promise<void> {
  while (dueSnoozes(store().read, now()).length > 0) {
    await commit(async (tx, changed) => {
      const ids = dueSnoozes(tx, now()).map((conversation) => conversation.id);
      wakeConversations(tx, ids);
      for (const conversationId of ids) {
        await addActivity(tx, { conversationId, agentId: null, kind: "unsnoozed", data: {}, createdAt: now() });
      }
      for (const [conversationId, inboxIds] of await refreshConversations(tx, ids)) {
        changed({ type: "conversation.changed", conversationId, inboxIds });
      }
    });
  }
}
