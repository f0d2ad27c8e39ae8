import { pageOfConversations, type Cursor } from "#db/queries/conversations/page-of-conversations";
import type { Conversation, ConversationQuery } from "#lib/contracts/conversation";
import type { Page } from "#lib/contracts/paging";
import { parseQuery } from "#lib/search/parse-query";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";
import { presentConversations } from "./present-conversations.ts";

/** A page of what the agent may see; with `ids`, those of them that they may see, in no page. */
export async function listConversations(agent: Agent, query: ConversationQuery): Promise<Page<Conversation>> {
  const db = store().read;
  const inboxIds = agent.inboxIds.filter((id) => query.inbox === undefined || id === query.inbox);
  if (query.ids) {
    const wanted = query.ids.map((conversationId) => ({ conversationId }));
    return { items: await presentConversations(db, agent.inboxIds, wanted), nextCursor: null };
  }

  const terms = query.q ? parseQuery(query.q) : [];
  // `in:trash` says where to look, so the view must not hide it.
  const hasPlace = terms.some((term) => !term.not && (term.kind === "role" || term.kind === "folder"));
  const scope = { agentId: agent.id, inboxIds, now: now() };
  const filter = {
    view: query.view,
    isAnywhere: hasPlace && query.view === "all",
    accountId: query.account,
    folderId: query.folder,
    assigneeId: query.assignee,
    tagId: query.tag,
    terms,
    sort: query.sort,
  };
  const rows = await pageOfConversations(db, scope, filter, readCursor(query.cursor), query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: await presentConversations(db, agent.inboxIds, page),
    nextCursor: rows.length > query.limit && last ? writeCursor(last) : null,
  };
}

function writeCursor(cursor: Cursor): string {
  return Buffer.from(`${cursor.lastMessageAt.getTime()}.${cursor.conversationId}`).toString("base64url");
}

function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  const match = /^(-?\d{1,15})\.(\d{1,15})$/.exec(Buffer.from(text, "base64url").toString());
  if (!match) throw new AppError("malformed", "This cursor is not one of ours.");
  return { lastMessageAt: new Date(Number(match[1])), conversationId: Number(match[2]) };
}
