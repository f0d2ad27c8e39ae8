import type { Conversation } from "../contracts/conversation.ts";
import type { ConversationFilter } from "../inbox-location.ts";
import type { ConversationList } from "./place-row.ts";

/** A conversation for tests: open, in the inbox, its last message at minute `id`. */
export function testRow(id: number, wishes: Partial<Conversation> = {}): Conversation {
  return {
    id,
    number: id,
    subject: `Subject ${id}`,
    status: "open",
    assignee: null,
    unseen: false,
    flagged: false,
    snoozedUntil: null,
    lastMessageAt: new Date(Date.UTC(2026, 0, 1, 12, id)).toISOString(),
    preview: "",
    participants: [{ name: "Maria", address: "maria@post.test" }],
    messageCount: 1,
    attachmentCount: 0,
    tags: [],
    inboxIds: [1],
    accountIds: [1],
    roles: ["inbox"],
    version: 1,
    ...wishes,
  };
}

export function testList(pages: Conversation[][], nextCursor: string | null = null): ConversationList {
  return {
    pages: pages.map((items, index) => ({ items, nextCursor: index === pages.length - 1 ? nextCursor : `c${index}` })),
    pageParams: pages.map((_, index) => (index === 0 ? "" : `c${index - 1}`)),
  };
}

export function testFilter(wishes: Partial<ConversationFilter> = {}): ConversationFilter {
  return { view: "open", sort: "newest", ...wishes };
}
