import { deleteCannedReply } from "#db/queries/canned-replies/canned-reply-rows";
import type { Agent } from "../../auth/agent.ts";
import { commit } from "../../events/commit.ts";
import { requireCannedReply } from "../../auth/require-canned-reply.ts";

export async function removeCannedReply(agent: Agent, id: number): Promise<void> {
  await commit(async (tx, changed) => {
    const { inboxId } = await requireCannedReply(tx, agent, id);
    await deleteCannedReply(tx, id);
    changed({ type: "canned-reply.changed", cannedReplyId: id, inboxIds: inboxId === null ? [] : [inboxId] });
  });
}
