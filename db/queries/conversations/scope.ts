import type { aliasedTable } from "drizzle-orm";
import type { conversationInboxes } from "../../schema/index.ts";

/** Who asks, and when: an agent sees what lies in the inboxes they belong to. */
export type Scope = { agentId: number; inboxIds: number[]; now: Date };

/** `conversation_inboxes` under its own name or another. */
export type InboxRow = ReturnType<typeof aliasedTable<typeof conversationInboxes>>;
