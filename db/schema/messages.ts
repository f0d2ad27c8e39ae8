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
import { bodyStates, messageDirections } from "#lib/contracts/vocabulary";
import type { MailAddress } from "#lib/contracts/address";
import type { MessagePart } from "#lib/contracts/message-part";
import { accounts, folders } from "./accounts.ts";
import { agents } from "./agents.ts";
import { conversations } from "./conversations.ts";

/** So many messages, by id, are side by side in `messages_by_sender`. */
export const senderSliceMax = 4096;

/** One email, whatever number of folders and accounts hold it. */
export const messages = table(
  "messages",
  {
    id: id(),
    conversationId: ref("conversation_id", () => conversations.id).notNull(),
    /** See `server/mime/message-identity`: one mail in two accounts has one identity, two mails with one Message-ID have two. */
    identity: text("identity").notNull(),
    /** Without angle brackets; synthesised `…@missing.invalid` when the mail has none. */
    internetMessageId: text("internet_message_id").notNull(),
    inReplyTo: text("in_reply_to").notNull().default(""),
    references: json<string[]>("references").notNull().default([]),
    direction: oneOf("direction", messageDirections).notNull(),
    subject: text("subject").notNull().default(""),
    fromName: text("from_name").notNull().default(""),
    fromAddress: text("from_address").notNull().default(""),
    to: json<MailAddress[]>("to").notNull().default([]),
    cc: json<MailAddress[]>("cc").notNull().default([]),
    bcc: json<MailAddress[]>("bcc").notNull().default([]),
    replyTo: json<MailAddress[]>("reply_to").notNull().default([]),
    /** The Date header, when it can be read. */
    sentAt: instant("sent_at"),
    /** INTERNALDATE of the first placement, or when we queued it. */
    receivedAt: instant("received_at").notNull(),
    sizeBytes: int("size_bytes").notNull().default(0),
    attachmentCount: int("attachment_count").notNull().default(0),
    preview: text("preview").notNull().default(""),
    /** List-Id, Auto-Submitted, Precedence and Authentication-Results, as they came. */
    headers: json<Record<string, string>>("headers").notNull().default({}),
    /** BODYSTRUCTURE, flattened. */
    parts: json<MessagePart[]>("parts").notNull().default([]),
    bodyState: oneOf("body_state", bodyStates).notNull().default("none"),
    /** SHA-256 of the whole source in `blobs/`, once it was fetched. */
    sourceBlob: text("source_blob"),
    /** Why it is in its conversation, in the words of `lib/mail/threading`. */
    threadedBy: text("threaded_by").notNull().default(""),
    /** The agent who wrote it here. */
    authorId: looseRef("author_id", () => agents.id),
    /** First seen to lie in no folder any more; what nobody has worked on is removed a while later. */
    unplacedSince: instant("unplaced_since"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("messages_by_identity").on(t.identity),
    index("messages_by_internet_message_id").on(t.internetMessageId),
    index("messages_by_conversation").on(t.conversationId, t.receivedAt),
    index("messages_by_body_state").on(t.bodyState, t.receivedAt),
    // In slices of ids: history comes from everybody, and over all mail each of a window would make the store write a page of its own.
    index("messages_by_sender").on(sql`${t.id} / ${sql.raw(String(senderSliceMax))}`, t.fromAddress, t.receivedAt),
    index("messages_by_unplaced").on(t.unplacedSince).where(isNotNull(t.unplacedSince)),
    index("messages_by_source_blob").on(t.sourceBlob).where(isNotNull(t.sourceBlob)),
  ],
);

/**
 * Sources by the account that they are from. One mail in two accounts is one message here, but not the same bytes there: each server wrote
 * its own Received lines. What takes mail out of an account needs that account's own.
 */
export const messageSources = table(
  "message_sources",
  {
    messageId: ref("message_id", () => messages.id).notNull(),
    accountId: ref("account_id", () => accounts.id).notNull(),
    /** SHA-256 of the source in `blobs/`. */
    blob: text("blob").notNull(),
    sizeBytes: int("size_bytes").notNull(),
    /** Kept for good, also when no server has the mail any more: where it lay and with what flags. Null for what may go with its mail. */
    keptFrom: json<Record<string, unknown>>("kept_from"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("message_sources_by_message").on(t.messageId, t.accountId),
    index("message_sources_by_account").on(t.accountId, t.messageId),
    index("message_sources_by_blob").on(t.blob),
  ],
);

/** Text of a message, kept apart so that lists stay small. */
export const messageBodies = table("message_bodies", {
  messageId: int("message_id")
    .primaryKey()
    .references(() => messages.id, { onDelete: "cascade" }),
  text: text("text").notNull().default(""),
  /** As it came: never shown before `server/mime/sanitize-html`. */
  html: text("html").notNull().default(""),
});

/** Every Message-ID a mail names, and all that a mail of ours goes by: with `messages.internetMessageId`, what threading looks up. */
export const messageRefs = table(
  "message_refs",
  {
    messageId: ref("message_id", () => messages.id).notNull(),
    /** Normalised by `lib/mail/message-id`. */
    internetMessageId: text("internet_message_id").notNull(),
    isSelf: bool("is_self").notNull(),
  },
  (t) => [
    uniqueIndex("message_refs_by_ref_message").on(t.internetMessageId, t.messageId),
    index("message_refs_by_message").on(t.messageId),
  ],
);

/** A message's place in a folder. Flags live here and nowhere else. */
export const placements = table(
  "placements",
  {
    id: id(),
    messageId: ref("message_id", () => messages.id).notNull(),
    accountId: ref("account_id", () => accounts.id).notNull(),
    folderId: ref("folder_id", () => folders.id).notNull(),
    generation: int("generation").notNull(),
    uid: int("uid").notNull(),
    modseq: bigNumber("modseq"),
    seen: bool("seen").notNull(),
    flagged: bool("flagged").notNull(),
    answered: bool("answered").notNull(),
    draft: bool("draft").notNull(),
    deleted: bool("deleted").notNull(),
    /** All other flags and keywords, sorted, as the server spells them. */
    keywords: json<string[]>("keywords").notNull().default([]),
    /** Gmail's labels, sorted; without \Starred, which is \Flagged. */
    labels: json<string[]>("labels").notNull().default([]),
    /** X-GM-MSGID: the same wherever in the account the message lies, whatever its UID. */
    providerMessageId: text("provider_message_id"),
    /** X-GM-THRID. */
    providerThreadId: text("provider_thread_id"),
    receivedAt: instant("received_at").notNull(),
    /** An agent moved it there and the server has not been told yet: shown there at once, `folderId` and `uid` stay the server's. */
    movingToFolderId: looseRef("moving_to_folder_id", () => folders.id),
    /** Gone from the server since then; removed for good after a grace, in case it was only moved. */
    missingSince: instant("missing_since"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("placements_by_folder_uid").on(t.folderId, t.generation, t.uid),
    index("placements_by_message").on(t.messageId),
    index("placements_by_account").on(t.accountId, t.messageId),
    // Partial: without statistics the planner takes `missing_since is null`, which nearly every row is, for a narrow search.
    index("placements_by_missing").on(t.missingSince).where(isNotNull(t.missingSince)),
    index("placements_by_target").on(t.movingToFolderId).where(isNotNull(t.movingToFolderId)),
    index("placements_by_provider_message").on(t.accountId, t.providerMessageId).where(isNotNull(t.providerMessageId)),
    index("placements_by_provider_thread").on(t.accountId, t.providerThreadId).where(isNotNull(t.providerThreadId)),
  ],
);

/**
 * What lies in All Mail, as the folders that its labels name. Derived, and kept by triggers on `placements` (see the migration
 * `gmail-membership`), so that no way of writing labels can leave it behind: whatever is shown in All Mail and is not missing has a row
 * here for each folder of its account whose `label` it carries. It also keeps `folders.stored_count` of labels.
 */
export const placementLabels = table(
  "placement_labels",
  {
    folderId: ref("folder_id", () => folders.id).notNull(),
    placementId: ref("placement_id", () => placements.id).notNull(),
  },
  (t) => [
    uniqueIndex("placement_labels_by_folder").on(t.folderId, t.placementId),
    index("placement_labels_by_placement").on(t.placementId),
  ],
);

/** A file: a part of a received message, or an upload waiting to be sent. */
export const attachments = table(
  "attachments",
  {
    id: id(),
    /** Null while it is an upload that no message carries yet. */
    messageId: ref("message_id", () => messages.id),
    uploadedById: looseRef("uploaded_by_id", () => agents.id),
    /** IMAP part number, e.g. `2.1`; empty for uploads. */
    part: text("part").notNull().default(""),
    filename: text("filename").notNull(),
    contentType: text("content_type").notNull(),
    /** Encoded size as the server tells it; exact once stored. */
    sizeBytes: int("size_bytes").notNull(),
    inline: bool("inline").notNull(),
    contentId: text("content_id").notNull().default(""),
    /** SHA-256 of the content in `blobs/`; null until somebody asked for it. */
    blob: text("blob"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("attachments_by_message").on(t.messageId),
    index("attachments_by_blob").on(t.blob).where(isNotNull(t.blob)),
  ],
);

/** Content in `blobs/` that nothing refers to, since it was first seen; it goes a while later. */
export const unreferencedBlobs = table("unreferenced_blobs", {
  hash: text("hash").primaryKey(),
  since: instant("since").notNull(),
});
