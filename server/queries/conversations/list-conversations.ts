import {
  pageOfConversations,
  type ConversationFilter,
  type Cursor,
} from "#db/queries/conversations/page-of-conversations";
import type { Scope } from "#db/queries/conversations/scope";
import type { Conversation, ConversationQuery } from "#lib/contracts/conversation";
import type { Page } from "#lib/contracts/paging";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";
import { presentFound } from "../search/present-found.ts";
import { readQuery, type ReadQuery } from "../search/read-query.ts";
import { searchPage } from "../search/search-page.ts";
import { presentConversations } from "./present-conversations.ts";

/** A page of what the agent may see; with `ids`, those of them that they may see, in no page. */
export async function listConversations(agent: Agent, query: ConversationQuery): Promise<Page<Conversation>> {
  const db = store().read;
  if (query.ids) {
    const wanted = query.ids.map((conversationId) => ({ conversationId }));
    return { items: await presentConversations(db, agent.inboxIds, wanted), nextCursor: null };
  }
  const inboxIds = agent.inboxIds.filter((id) => query.inbox === undefined || id === query.inbox);
  const scope = { agentId: agent.id, inboxIds, now: now() };
  const search = query.q ? readQuery(query.q) : null;
  const filter = {
    view: query.view,
    // `in:trash` says where to look, so the view must not hide it.
    isAnywhere: search !== null && query.view === "all" && hasPlace(search),
    accountId: query.account,
    folderId: query.folder,
    assigneeId: query.assignee,
    tagId: query.tag,
    literals: [],
    sort: query.sort,
  };
  return search
    ? found(agent, scope, filter, search, query)
    : listed(agent, scope, { ...filter, sort: query.sort === "best" ? "newest" : query.sort }, query);
}

async function listed(
  agent: Agent,
  scope: Scope,
  filter: ConversationFilter,
  query: ConversationQuery,
): Promise<Page<Conversation>> {
  const db = store().read;
  const rows = await pageOfConversations(db, scope, filter, readCursor(query.cursor), query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: await presentConversations(db, agent.inboxIds, page),
    nextCursor: rows.length > query.limit && last ? writeCursor(last) : null,
  };
}

async function found(
  agent: Agent,
  scope: Scope,
  filter: ConversationFilter,
  search: ReadQuery,
  query: ConversationQuery,
): Promise<Page<Conversation>> {
  const db = store().read;
  const { rows, nextCursor } = await searchPage(db, scope, filter, search, query.cursor, query.limit);
  const readings = presentFound(db, rows, search.tree);
  const items = await presentConversations(db, agent.inboxIds, rows);
  for (const item of items) {
    const reading = readings.get(item.id);
    if (reading) item.found = reading;
  }
  return { items, nextCursor };
}

function hasPlace({ alternatives }: ReadQuery): boolean {
  return alternatives.some((one) =>
    one.some(({ leaf, not }) => !not && (leaf.kind === "role" || leaf.kind === "folder")),
  );
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
