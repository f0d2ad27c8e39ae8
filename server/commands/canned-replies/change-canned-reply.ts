import { updateCannedReply } from "#db/queries/canned-replies/canned-reply-rows";
import type { ChangeCannedReply } from "#lib/contracts/canned-reply";
import type { Agent } from "../../auth/agent.ts";
import { commit } from "../../events/commit.ts";
import { requirePlace, requireWords } from "./check-canned-reply.ts";
import { requireCannedReply } from "../../auth/require-canned-reply.ts";

export async function changeCannedReply(agent: Agent, id: number, change: ChangeCannedReply): Promise<void> {
  const html = change.html === undefined ? undefined : await requireWords(change.html);
  await commit(async (tx, changed) => {
    const before = await requireCannedReply(tx, agent, id);
    const { name = before.name, inboxId = before.inboxId } = change;
    if (inboxId !== before.inboxId) await requirePlace(tx, agent, inboxId);
    await updateCannedReply(tx, { id, name, inboxId, html: html ?? before.html });
    // Whoever loses it hears of it as well; none named means all agents.
    const inboxIds = before.inboxId === null || inboxId === null ? [] : [...new Set([before.inboxId, inboxId])];
    changed({ type: "canned-reply.changed", cannedReplyId: id, inboxIds });
  });
}
