import { z } from "zod";

const id = z.number().int();
const inboxIds = z.array(id);

/**
 * Everything the interface can learn, past tense, ids only. `inboxIds` says whose members may hear of it; none means all agents.
 * Adding a type makes `applyChanges` fail to compile until it is handled.
 */
export const Change = z.discriminatedUnion("type", [
  z.object({ type: z.literal("conversation.changed"), conversationId: id, inboxIds }),
  z.object({ type: z.literal("conversation.merged"), conversationId: id, intoConversationId: id, inboxIds }),
  z.object({ type: z.literal("message.changed"), messageId: id, conversationId: id, inboxIds }),
  z.object({ type: z.literal("send.changed"), sendId: id, conversationId: id, inboxIds }),
  z.object({ type: z.literal("draft.changed"), draftId: id, conversationId: id.nullable(), inboxIds }),
  z.object({ type: z.literal("account.changed"), accountId: id, inboxIds }),
  z.object({ type: z.literal("account.removed"), accountId: id, inboxIds }),
  z.object({ type: z.literal("folder.changed"), folderId: id, accountId: id, inboxIds }),
  z.object({ type: z.literal("inbox.changed"), inboxId: id, inboxIds }),
  z.object({ type: z.literal("agent.changed"), agentId: id }),
  z.object({ type: z.literal("session.ended"), agentId: id }),
  z.object({ type: z.literal("tag.changed"), tagId: id }),
  /** Of one inbox or of none: then everybody uses it. */
  z.object({ type: z.literal("canned-reply.changed"), cannedReplyId: id, inboxIds }),
  /** A saved search; none but its owner cares, until it is everybody's. */
  z.object({ type: z.literal("view.changed"), viewId: id }),
  /** Of an export, import or copy; its asker and admins hear of it. */
  z.object({ type: z.literal("transfer.changed"), transferId: id, askedById: id.nullable() }),
  z.object({ type: z.literal("workspace.changed") }),
  /** Only the engine cares: there is work in the outbox. Never sent to a browser. */
  z.object({ type: z.literal("outbox.wished"), accountId: id, inboxIds: z.array(id).length(0) }),
]);
export type Change = z.infer<typeof Change>;

/** The `data` of an SSE `changes` event. */
export const ChangesEvent = z.object({ changes: z.array(Change) });
export type ChangesEvent = z.infer<typeof ChangesEvent>;

/** `since`: the seq the page was rendered at; a reconnecting browser says `Last-Event-ID` instead. */
export const LiveQuery = z.object({ since: z.coerce.number().int().nonnegative().optional() });
export type LiveQuery = z.infer<typeof LiveQuery>;
