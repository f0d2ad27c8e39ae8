import { listInboxRows } from "#db/queries/agents/inboxes";
import { cannedRepliesOf } from "#db/queries/canned-replies/canned-reply-rows";
import type { CannedReply } from "#lib/contracts/canned-reply";
import type { Page } from "#lib/contracts/paging";
import type { Agent } from "../../auth/agent.ts";
import { can } from "../../auth/policies.ts";
import { store } from "../../store.ts";
import { presentCannedReply } from "./present-canned-reply.ts";

/** Everybody's and those of the inboxes that the agent may see, by name. */
export async function listCannedReplies(agent: Agent): Promise<Page<CannedReply>> {
  const db = store().read;
  const inboxIds = (await listInboxRows(db)).map(({ id }) => id);
  const usable = inboxIds.filter((inboxId) => can(agent, "canned-reply.use", { inboxId }));
  return { items: (await cannedRepliesOf(db, usable)).map(presentCannedReply), nextCursor: null };
}
