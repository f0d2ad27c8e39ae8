import { isNotNull, sql } from "drizzle-orm";
import {
  bigNumber,
  bool,
  id,
  index,
  instant,
  int,
  json,
  looseRef,
  oneOf,
  ref,
  table,
  text,
  uniqueIndex,
} from "../dialect/sqlite.ts";
import { activityKinds, conversationStatuses, draftKinds, quoteKinds } from "#lib/contracts/vocabulary";
import type { MailAddress } from "#lib/contracts/address";
import { accounts, folders } from "./accounts.ts";
import { agents, inboxes } from "./agents.ts";
import { isInRole } from "./is-in-role.ts";

/** What agents work on. Status, assignee, tags and notes hang here and outlive any placement. */
export const conversations = table(
  "conversations",
  {
    id: id(),
    status: oneOf("status", conversationStatuses).notNull(),
    assigneeId: looseRef("assignee_id", () => agents.id),
    snoozedUntil: instant("snoozed_until"),
    /** Raised by every change; a writer that holds an older one is stale. */
    version: int("version").notNull().default(1),
    /** Set when threading joined it to an older one; requests for it are answered with that one. */
    mergedIntoId: int("merged_into_id"),
    closedAt: instant("closed_at"),
    createdAt: instant("created_at").notNull(),
  },
  // Partial: all that a first sync brings is nobody's yet, and awake.
  (t) => [
    index("conversations_by_assignee").on(t.assigneeId).where(isNotNull(t.assigneeId)),
    index("conversations_by_snooze").on(t.snoozedUntil).where(isNotNull(t.snoozedUntil)),
  ],
);

/**
 * A conversation as the members of one inbox see it, counted only over messages that lie in that inbox's accounts.
 * Derived: rewritten by `db/queries/refresh-conversations.ts` in the transaction that changed what it counts.
 */
export const conversationInboxes = table(
  "conversation_inboxes",
  {
    conversationId: ref("conversation_id", () => conversations.id).notNull(),
    inboxId: ref("inbox_id", () => inboxes.id).notNull(),
    subject: text("subject").notNull().default(""),
    preview: text("preview").notNull().default(""),
    participants: json<MailAddress[]>("participants").notNull().default([]),
    lastMessageAt: instant("last_message_at").notNull(),
    lastMessageId: int("last_message_id"),
    messageCount: int("message_count").notNull().default(0),
    attachmentCount: int("attachment_count").notNull().default(0),
    unseenCount: int("unseen_count").notNull().default(0),
    flagged: bool("flagged").notNull().default(false),
    /** One bit a role (see `lib/mail/role-mask`): where its messages lie. */
    roleMask: int("role_mask").notNull().default(0),
    /** In the ticket views: something of it lies in the inbox or a folder of the user's, not only archived, thrown away or junk. */
    listed: bool("listed").notNull().default(true),
    /** Copied from the conversation, so that one index serves a view. */
    status: oneOf("status", conversationStatuses).notNull(),
    assigneeId: int("assignee_id"),
    snoozedUntil: instant("snoozed_until"),
  },
  (t) => [
    uniqueIndex("conversation_inboxes_by_conversation_inbox").on(t.conversationId, t.inboxId),
    index("conversation_inboxes_by_status").on(t.inboxId, t.listed, t.status, t.lastMessageAt, t.conversationId),
    index("conversation_inboxes_by_date").on(t.inboxId, t.lastMessageAt, t.conversationId),
    // What few conversations are, so that a search for it alone need not walk over all the others.
    index("conversation_inboxes_by_unseen")
      .on(t.inboxId, t.lastMessageAt, t.conversationId)
      .where(sql`${t.unseenCount} > 0`),
    index("conversation_inboxes_by_flagged")
      .on(t.inboxId, t.lastMessageAt, t.conversationId)
      .where(sql`${t.flagged} = 1`),
    index("conversation_inboxes_by_assignee")
      .on(t.inboxId, t.assigneeId, t.lastMessageAt, t.conversationId)
      .where(sql`${t.assigneeId} is not null`),
    index("conversation_inboxes_by_snooze")
      .on(t.inboxId, t.lastMessageAt, t.conversationId)
      .where(sql`${t.snoozedUntil} is not null`),
    ...(["drafts", "junk", "trash"] as const).map((role) =>
      index(`conversation_inboxes_by_${role}`)
        .on(t.inboxId, t.lastMessageAt, t.conversationId)
        .where(isInRole(t.roleMask, role)),
    ),
  ],
);

export const notes = table(
  "notes",
  {
    id: id(),
    conversationId: ref("conversation_id", () => conversations.id).notNull(),
    inboxId: ref("inbox_id", () => inboxes.id).notNull(),
    authorId: looseRef("author_id", () => agents.id),
    text: text("text").notNull(),
    mentionedAgentIds: json<number[]>("mentioned_agent_ids").notNull().default([]),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("notes_by_conversation").on(t.conversationId)],
);

/** What happened to a conversation, in order: the thin grey rows. */
export const activities = table(
  "activities",
  {
    id: id(),
    conversationId: ref("conversation_id", () => conversations.id).notNull(),
    agentId: looseRef("agent_id", () => agents.id),
    kind: oneOf("kind", activityKinds).notNull(),
    /** Ids and values the kind needs, e.g. `{ assigneeId }`. */
    data: json<Record<string, unknown>>("data").notNull().default({}),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("activities_by_conversation").on(t.conversationId)],
);

export const tags = table(
  "tags",
  {
    id: id(),
    name: text("name").notNull(),
    color: int("color").notNull().default(0),
    /** Came with the sample mail and goes with it, unless something else wears it then; one that somebody has changed is theirs. */
    isSample: bool("is_sample").notNull().default(false),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("tags_by_name").on(t.name)],
);

export const conversationTags = table(
  "conversation_tags",
  {
    conversationId: ref("conversation_id", () => conversations.id).notNull(),
    tagId: ref("tag_id", () => tags.id).notNull(),
  },
  (t) => [
    uniqueIndex("conversation_tags_by_conversation_tag").on(t.conversationId, t.tagId),
    index("conversation_tags_by_tag").on(t.tagId),
  ],
);

/** A tag that an inbox keeps on its servers too, as a keyword (RFC 3501 §2.3.2) or as the label of that name where there are Gmail's. */
export const tagKeywords = table(
  "tag_keywords",
  {
    inboxId: ref("inbox_id", () => inboxes.id).notNull(),
    tagId: ref("tag_id", () => tags.id).notNull(),
    keyword: text("keyword").notNull(),
  },
  (t) => [
    uniqueIndex("tag_keywords_by_inbox_tag").on(t.inboxId, t.tagId),
    uniqueIndex("tag_keywords_by_inbox_keyword").on(t.inboxId, t.keyword),
    index("tag_keywords_by_tag").on(t.tagId),
  ],
);

/** A reply or new mail as it is being written, saved as typed. */
export const drafts = table(
  "drafts",
  {
    id: id(),
    conversationId: ref("conversation_id", () => conversations.id),
    accountId: looseRef("account_id", () => accounts.id),
    authorId: ref("author_id", () => agents.id).notNull(),
    kind: oneOf("kind", draftKinds).notNull(),
    to: json<MailAddress[]>("to").notNull().default([]),
    cc: json<MailAddress[]>("cc").notNull().default([]),
    bcc: json<MailAddress[]>("bcc").notNull().default([]),
    subject: text("subject").notNull().default(""),
    html: text("html").notNull().default(""),
    text: text("text").notNull().default(""),
    attachmentIds: json<number[]>("attachment_ids").notNull().default([]),
    /** Which mail it answers or forwards; null, or one that is gone, for the newest. */
    answeredMessageId: int("answered_message_id"),
    /** What goes below it of that mail when it is sent; none once the quote is in its own text. */
    quote: oneOf("quote", quoteKinds).notNull().default("reply"),
    version: int("version").notNull().default(1),
    /** Its writer's name for the act of beginning it, which may be asked for twice. */
    idempotencyKey: text("idempotency_key"),
    updatedAt: instant("updated_at").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("drafts_by_conversation").on(t.conversationId),
    index("drafts_by_author").on(t.authorId),
    uniqueIndex("drafts_by_key").on(t.authorId, t.idempotencyKey).where(isNotNull(t.idempotencyKey)),
  ],
);

/** The copy of a draft in its account's Drafts folder, as it was last written there by us, or found there. */
export const draftCopies = table(
  "draft_copies",
  {
    draftId: int("draft_id")
      .primaryKey()
      .references(() => drafts.id, { onDelete: "cascade" }),
    accountId: ref("account_id", () => accounts.id).notNull(),
    folderId: ref("folder_id", () => folders.id).notNull(),
    uidValidity: bigNumber("uid_validity").notNull(),
    uid: int("uid").notNull(),
    /** Of the draft, as the copy has it. */
    savedVersion: int("saved_version").notNull(),
  },
  (t) => [index("draft_copies_by_place").on(t.folderId, t.uid)],
);
