import { id, index, instant, int, json, looseRef, oneOf, ref, table, text, uniqueIndex } from "../dialect/sqlite.ts";
import { operationKinds, operationStates, sendStates, sentCopyStates } from "#lib/contracts/vocabulary";
import type { OperationPayload } from "#lib/contracts/operation";
import { accounts, folders } from "./accounts.ts";
import { agents } from "./agents.ts";
import { conversations } from "./conversations.ts";
import { messages, placements } from "./messages.ts";

/** A mail we promised to send: accepted once per idempotency key, handed to SMTP at most once past end-of-data. */
export const sends = table(
  "sends",
  {
    id: id(),
    conversationId: ref("conversation_id", () => conversations.id).notNull(),
    messageId: ref("message_id", () => messages.id).notNull(),
    accountId: ref("account_id", () => accounts.id).notNull(),
    agentId: looseRef("agent_id", () => agents.id),
    /** Chosen by the client; unique per agent, so a repeated request is answered with the first one. */
    idempotencyKey: text("idempotency_key").notNull(),
    /** Fixed when queued and never changed across retries. */
    internetMessageId: text("internet_message_id").notNull(),
    /** The approved recipients: what SMTP's envelope must equal. */
    recipients: json<string[]>("recipients").notNull(),
    /** SHA-256 of the rendered MIME in `blobs/`; retries send the same bytes. */
    sourceBlob: text("source_blob").notNull(),
    state: oneOf("state", sendStates).notNull(),
    attemptCount: int("attempt_count").notNull().default(0),
    lastError: text("last_error").notNull().default(""),
    /** The end of the undo window, a chosen hour, or the next retry. */
    notBefore: instant("not_before").notNull(),
    sentAt: instant("sent_at"),
    sentCopyState: oneOf("sent_copy_state", sentCopyStates).notNull().default("none"),
    /** Where the copy that we wrote lies; the UID is null where the server did not say. */
    copyFolderId: looseRef("copy_folder_id", () => folders.id),
    copyGeneration: int("copy_generation"),
    copyUid: int("copy_uid"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("sends_by_agent_key").on(t.agentId, t.idempotencyKey),
    index("sends_by_conversation").on(t.conversationId),
    index("sends_by_message").on(t.messageId),
    index("sends_by_internet_message_id").on(t.internetMessageId),
    index("sends_by_source_blob").on(t.sourceBlob),
  ],
);

/** A wish to be carried out on a server, written in the transaction that granted it locally. */
export const operations = table(
  "operations",
  {
    id: id(),
    accountId: ref("account_id", () => accounts.id).notNull(),
    kind: oneOf("kind", operationKinds).notNull(),
    /** Whose order it keeps: operations on one message are performed in the order they were wished. */
    messageId: ref("message_id", () => messages.id),
    /** The place it acts on; where that is now is looked up when it is performed. */
    placementId: ref("placement_id", () => placements.id),
    sendId: ref("send_id", () => sends.id),
    payload: json<OperationPayload>("payload").notNull(),
    state: oneOf("state", operationStates).notNull().default("pending"),
    /** 0 a person waits · 1 an act · 2 background · 3 behind everything. */
    priority: int("priority").notNull(),
    attemptCount: int("attempt_count").notNull().default(0),
    notBefore: instant("not_before").notNull(),
    lastError: text("last_error").notNull().default(""),
    settledAt: instant("settled_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("operations_by_state").on(t.state, t.accountId, t.priority, t.id),
    index("operations_by_message").on(t.messageId, t.state),
    index("operations_by_placement").on(t.placementId, t.state),
    index("operations_by_send").on(t.sendId),
  ],
);
