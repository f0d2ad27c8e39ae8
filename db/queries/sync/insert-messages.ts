import type { MailAddress } from "#lib/contracts/address";
import type { MessageDirection } from "#lib/contracts/vocabulary";
import { prepared, type Db } from "../../dialect/sqlite.ts";

export type NewMessage = {
  identity: string;
  internetMessageId: string;
  inReplyTo: string;
  subject: string;
  from: MailAddress;
  sentAt: Date | null;
  sizeBytes: number;
  json: StoredLists;
  /** Every id the mail names, its own not included. */
  namedIds: string[];
  attachments: NewAttachment[];
};

/** As they are stored: each is made once, whatever thread it is stored by. */
export type StoredLists = {
  references: string;
  to: string;
  cc: string;
  bcc: string;
  replyTo: string;
  headers: string;
  /** BODYSTRUCTURE, flattened. */
  parts: string;
};

/** Where a new message belongs. */
export type Filing = { conversationId: number; direction: MessageDirection; receivedAt: Date; threadedBy: string };

type NewAttachment = {
  part: string;
  filename: string;
  contentType: string;
  sizeBytes: number;
  inline: boolean;
  contentId: string;
};

/**
 * Stores a message with its references and the files it carries; returns its id.
 * One prepared statement a row: within a transaction that is faster than one statement for all rows taken from JSON.
 */
export function insertMessage(tx: Db, message: NewMessage, filing: Filing, createdAt: Date): number {
  const { json } = message;
  const { lastInsertRowid } = prepared(tx, insertRow).run(
    filing.conversationId,
    message.identity,
    message.internetMessageId,
    message.inReplyTo,
    json.references,
    filing.direction,
    message.subject,
    message.from.name,
    message.from.address,
    json.to,
    json.cc,
    json.bcc,
    json.replyTo,
    message.sentAt?.getTime() ?? null,
    filing.receivedAt.getTime(),
    message.sizeBytes,
    message.attachments.filter((attachment) => !attachment.inline).length,
    json.headers,
    json.parts,
    filing.threadedBy,
    createdAt.getTime(),
  );
  const id = Number(lastInsertRowid);
  for (const named of message.namedIds) {
    if (named !== message.internetMessageId) prepared(tx, insertRef).run(id, named);
  }
  for (const file of message.attachments) insertAttachment(tx, id, file, createdAt);
  return id;
}

export type Home = { messageId: number; accountId: number; folderId: number; generation: number };

export type PlacementState = {
  uid: number;
  modseq: bigint | null;
  seen: boolean;
  flagged: boolean;
  answered: boolean;
  draft: boolean;
  deleted: boolean;
  keywords: string[];
  labels: string[];
  /** Gmail's, as `labels` are. */
  providerMessageId?: string | null;
  providerThreadId?: string | null;
  receivedAt: Date;
};

export function insertPlacement(tx: Db, home: Home, state: PlacementState, createdAt: Date): void {
  prepared(tx, insertPlace).run(
    home.messageId,
    home.accountId,
    home.folderId,
    home.generation,
    state.uid,
    state.modseq?.toString() ?? null,
    state.seen ? 1 : 0,
    state.flagged ? 1 : 0,
    state.answered ? 1 : 0,
    state.draft ? 1 : 0,
    state.deleted ? 1 : 0,
    jsonOf(state.keywords),
    jsonOf(state.labels),
    state.receivedAt.getTime(),
    state.providerMessageId ?? null,
    state.providerThreadId ?? null,
    createdAt.getTime(),
  );
}

/** Gives a placement the UID its message has now; flags and pending acts stay with it. */
export function relocatePlacement(
  tx: Db,
  id: number,
  { messageId, generation }: Home,
  { uid, providerMessageId = null, providerThreadId = null }: PlacementState,
): void {
  prepared(tx, updatePlace).run(generation, messageId, generation, uid, providerMessageId, providerThreadId, id);
}

/** @param areOpen of each, whether its first messages ask for work */
export function insertConversations(tx: Db, areOpen: readonly boolean[], createdAt: Date): number[] {
  if (areOpen.length === 0) return [];
  const statuses = JSON.stringify(areOpen.map((isOpen) => (isOpen ? "open" : "closed")));
  const { lastInsertRowid } = prepared(tx, insertTickets).run(createdAt.getTime(), statuses);
  // One statement gives its rows ids without gaps.
  const firstId = Number(lastInsertRowid) - areOpen.length + 1;
  return areOpen.map((_, index) => firstId + index);
}

function insertAttachment(tx: Db, messageId: number, file: NewAttachment, createdAt: Date): void {
  prepared(tx, insertFile).run(
    messageId,
    file.part,
    file.filename,
    file.contentType,
    file.sizeBytes,
    file.inline ? 1 : 0,
    file.contentId,
    createdAt.getTime(),
  );
}

export function jsonOf(list: readonly unknown[]): string {
  return list.length === 0 ? "[]" : JSON.stringify(list);
}

const insertRow = `
  insert into messages (conversation_id, identity, internet_message_id, in_reply_to, "references", direction, subject, from_name,
    from_address, "to", cc, bcc, reply_to, sent_at, received_at, size_bytes, attachment_count, headers, parts, threaded_by, created_at)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const insertRef = `insert or ignore into message_refs (message_id, internet_message_id, is_self) values (?, ?, 0)`;

const insertFile = `
  insert into attachments (message_id, part, filename, content_type, size_bytes, inline, content_id, created_at)
  values (?, ?, ?, ?, ?, ?, ?, ?)`;

const insertPlace = `
  insert into placements (message_id, account_id, folder_id, generation, uid, modseq, seen, flagged, answered, draft, deleted,
    keywords, labels, received_at, provider_message_id, provider_thread_id, created_at)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** What was said to have been moved, and lies here under a new UIDVALIDITY, did not go or came back. */
const updatePlace = `
  update placements set
    moving_to_folder_id = iif(generation = ? or exists (
      select 1 from operations o
      where o.placement_id = placements.id and o.kind = 'move' and o.state in ('pending', 'inflight', 'uncertain')),
      moving_to_folder_id, null),
    message_id = ?, generation = ?, uid = ?, missing_since = null,
    provider_message_id = coalesce(?, provider_message_id), provider_thread_id = coalesce(?, provider_thread_id)
  where id = ?`;

const insertTickets = `insert into conversations (status, created_at) select value, ? from json_each(?) order by key`;
