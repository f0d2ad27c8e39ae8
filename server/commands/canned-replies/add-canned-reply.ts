import { insertCannedReply } from "#db/queries/canned-replies/canned-reply-rows";
import type { AddCannedReply } from "#lib/contracts/canned-reply";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import { requirePlace, requireWords } from "./check-canned-reply.ts";

/** @returns its id */
export async function addCannedReply(agent: Agent, { name, html, inboxId = null }: AddCannedReply): Promise<number> {
  const safe = await requireWords(html);
  return commit(async (tx, changed) => {
    await requirePlace(tx, agent, inboxId);
    const reply = { name, html: safe, inboxId, createdById: agent.id, createdAt: now() };
    const cannedReplyId = await insertCannedReply(tx, reply);
    changed({ type: "canned-reply.changed", cannedReplyId, inboxIds: inboxId === null ? [] : [inboxId] });
    return cannedReplyId;
  });
}
