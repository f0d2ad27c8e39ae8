import { draftsFor } from "#db/queries/conversations/draft-rows";
import { findConversation } from "#db/queries/conversations/find-conversation";
import type { Draft, DraftsQuery } from "#lib/contracts/draft";
import type { Page } from "#lib/contracts/paging";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";
import { presentDrafts } from "./present-drafts.ts";

/** Everybody's in one conversation, or the new mails that the agent has begun. */
export async function listDrafts(agent: Agent, { conversationId }: DraftsQuery): Promise<Page<Draft>> {
  const db = store().read;
  const conversation = conversationId === undefined ? null : await findConversation(db, agent.inboxIds, conversationId);
  if (conversation === undefined) throw new AppError("not_found", "There is no such conversation.");
  const rows = await draftsFor(db, agent, conversation?.id ?? null);
  return { items: await presentDrafts(db, rows), nextCursor: null };
}
