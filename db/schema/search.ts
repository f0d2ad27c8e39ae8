import { index, instant, int, ref, table, text, uniqueIndex } from "../dialect/sqlite.ts";
import { accounts } from "./accounts.ts";
import { agents } from "./agents.ts";
import { notes } from "./conversations.ts";
import { messages } from "./messages.ts";

/**
 * What the index `search_index` holds under each of its row ids: a message or a note. Ids grow from the newest to the oldest
 * (`lib/search/document-id`), so that the index gives its newest matches first and can stop there. A row that goes takes its entry in
 * the index along, by a trigger.
 */
export const searchDocuments = table(
  "search_documents",
  {
    id: int("id").primaryKey(),
    messageId: ref("message_id", () => messages.id),
    noteId: ref("note_id", () => notes.id),
    /**
     * The `wordsVersion` it was indexed with. Zero: not yet; every change to what it says makes it less, by triggers, so that an index
     * entry made of older words is seen to be old.
     */
    version: int("version").notNull(),
  },
  (t) => [
    uniqueIndex("search_documents_by_message").on(t.messageId),
    uniqueIndex("search_documents_by_note").on(t.noteId),
    index("search_documents_by_version").on(t.version, t.id),
  ],
);

/** The one row of how far mail has been given documents. */
export const searchState = table("search_state", {
  id: int("id").primaryKey(),
  lastMessageId: int("last_message_id").notNull().default(0),
  lastNoteId: int("last_note_id").notNull().default(0),
});

/** How many of an account's mails can be found by their text; counted now and then, for counting takes a while. */
export const searchProgress = table("search_progress", {
  accountId: int("account_id")
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  messageCount: int("message_count").notNull(),
  textCount: int("text_count").notNull(),
  countedAt: instant("counted_at").notNull(),
});

/** What an agent looked for, to look again. */
export const recentSearches = table(
  "recent_searches",
  {
    agentId: ref("agent_id", () => agents.id).notNull(),
    query: text("query").notNull(),
    usedAt: instant("used_at").notNull(),
  },
  (t) => [uniqueIndex("recent_searches_by_agent_query").on(t.agentId, t.query)],
);
