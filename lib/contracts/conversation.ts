import { z } from "zod";
import { MailAddress } from "./address.ts";
import { Message } from "./message.ts";
import { Id, Instant, PageQuery } from "./paging.ts";
import { Found } from "./search.ts";
import {
  activityKinds,
  conversationSorts,
  conversationStatuses,
  conversationViews,
  folderRoles,
} from "./vocabulary.ts";

export const Conversation = z.object({
  id: z.number().int(),
  number: z.number().int(),
  subject: z.string(),
  status: z.enum(conversationStatuses),
  assignee: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  unseen: z.boolean(),
  flagged: z.boolean(),
  snoozedUntil: Instant.nullable(),
  lastMessageAt: Instant,
  preview: z.string(),
  participants: z.array(MailAddress),
  messageCount: z.number().int(),
  attachmentCount: z.number().int(),
  tags: z.array(z.object({ id: z.number().int(), name: z.string(), color: z.number().int() })),
  inboxIds: z.array(z.number().int()),
  accountIds: z.array(z.number().int()),
  /** Where it lies, e.g. `["inbox", "sent"]`. */
  roles: z.array(z.enum(folderRoles)),
  version: z.number().int(),
  /** In the answer to a search. */
  found: Found.optional(),
});
export type Conversation = z.infer<typeof Conversation>;

export const Note = z.object({
  id: z.number().int(),
  text: z.string(),
  author: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  createdAt: Instant,
});
export type Note = z.infer<typeof Note>;

export const Activity = z.object({
  id: z.number().int(),
  kind: z.enum(activityKinds),
  agent: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  data: z.record(z.string(), z.unknown()),
  createdAt: Instant,
});
export type Activity = z.infer<typeof Activity>;

export const ConversationDetail = Conversation.extend({
  messages: z.array(Message),
  notes: z.array(Note),
  activity: z.array(Activity),
});
export type ConversationDetail = z.infer<typeof ConversationDetail>;

/** `best` is for searches: what fits best of the newest that fit; elsewhere it is `newest`. */
export const ConversationSort = z.enum(conversationSorts);
export type ConversationSort = z.infer<typeof ConversationSort>;

export const ConversationQuery = PageQuery.extend({
  view: z.enum(conversationViews).default("open"),
  inbox: Id.optional(),
  account: Id.optional(),
  folder: Id.optional(),
  assignee: Id.optional(),
  tag: Id.optional(),
  q: z.string().max(500).optional(),
  sort: ConversationSort.default("newest"),
  /** Comma-separated: only these rows, whatever the view; for what a change named. */
  ids: z
    .string()
    .regex(/^\d{1,15}(,\d{1,15}){0,199}$/)
    .transform((list) => list.split(",").map(Number))
    .optional(),
});
export type ConversationQuery = z.infer<typeof ConversationQuery>;

/** The same list, over everything but Trash and Junk unless `in:` asks for them. */
export const SearchQuery = ConversationQuery.omit({ ids: true }).extend({
  q: z.string().min(1).max(500),
  view: z.enum(conversationViews).default("all"),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** Open conversations a view, unseen where it says so: the sidebar's numbers. */
export const Counts = z.object({
  views: z.record(z.enum(conversationViews), z.number().int()),
  unseen: z.number().int(),
  tags: z.record(z.string(), z.number().int()),
});
export type Counts = z.infer<typeof Counts>;

export const SetStatus = z.strictObject({ status: z.enum(conversationStatuses) });
export type SetStatus = z.infer<typeof SetStatus>;
export const SetAssignee = z.strictObject({ assigneeId: z.number().int().positive().nullable() });
export type SetAssignee = z.infer<typeof SetAssignee>;
export const SetFolder = z.strictObject({
  role: z.enum(["inbox", "archive", "junk", "trash"]).optional(),
  folderId: Id.optional(),
  /** Of Gmail's labels the one that it is moved from; others stay on. */
  fromFolderId: Id.optional(),
});
export type SetFolder = z.infer<typeof SetFolder>;
export const DeleteForGood = z.strictObject({
  /** How long it can be taken back. */
  undoMs: z.number().int().min(0).max(60_000).default(10_000),
});
export type DeleteForGood = z.infer<typeof DeleteForGood>;
/** Gmail's labels, by the folders that show them. */
export const SetLabels = z.strictObject({
  addFolderIds: z.array(Id).max(50).default([]),
  removeFolderIds: z.array(Id).max(50).default([]),
});
export type SetLabels = z.infer<typeof SetLabels>;
export const SetTags = z.strictObject({ tagIds: z.array(Id).max(50) });
export type SetTags = z.infer<typeof SetTags>;
export const SetSnooze = z.strictObject({ until: Instant.nullable() });
export type SetSnooze = z.infer<typeof SetSnooze>;
export const AddNote = z.strictObject({ text: z.string().trim().min(1).max(20_000) });
export type AddNote = z.infer<typeof AddNote>;

export const Tag = z.object({ id: z.number().int(), name: z.string(), color: z.number().int() });
export type Tag = z.infer<typeof Tag>;
export const SaveTag = z.strictObject({
  name: z.string().trim().min(1).max(50),
  color: z.number().int().min(0).max(11).default(0),
});
export type SaveTag = z.infer<typeof SaveTag>;
