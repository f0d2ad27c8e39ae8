import { namedIds } from "#db/queries/sync/thread-candidates";
import type { NewAttachment, PlacementState } from "#db/queries/sync/insert-messages";
import type { MailAddress } from "#lib/contracts/address";
import type { MessagePart } from "#lib/contracts/message-part";
import { splitFlags } from "#lib/mail/flags";
import type { HeaderRow } from "#server/imap/session";
import { readHeaders } from "#server/mime/read-headers";
import { packMessages } from "./pack-messages.ts";

/** A message as a folder holds it, read from its headers, not yet stored. */
export type IncomingMessage = {
  place: PlacementState;
  identity: string;
  internetMessageId: string;
  inReplyTo: string;
  references: string[];
  namedIds: string[];
  subject: string;
  from: MailAddress;
  to: MailAddress[];
  cc: MailAddress[];
  bcc: MailAddress[];
  replyTo: MailAddress[];
  sentAt: Date | null;
  sizeBytes: number;
  headers: Record<string, string>;
  parts: MessagePart[];
  attachments: NewAttachment[];
};

function prepareMessage(row: HeaderRow): IncomingMessage {
  const { uid, modseq, receivedAt, labels = [], sizeBytes, parts } = row;
  const known = row.labels
    ? { providerMessageId: row.providerMessageId ?? null, providerThreadId: row.providerThreadId ?? null }
    : {};
  const headers = readHeaders(row);
  return Object.assign(headers, {
    place: Object.assign(splitFlags(row.flags), { uid, modseq, labels, receivedAt }, known),
    namedIds: namedIds(headers.references, headers.inReplyTo),
    sizeBytes,
    parts,
  });
}

export function prepareMessages(rows: readonly HeaderRow[]): IncomingMessage[] {
  return rows.map(prepareMessage);
}

const ahead = new WeakMap<readonly HeaderRow[], string>();

/** Does the work of `packRows` while there is time for it. */
export function packAhead(rows: readonly HeaderRow[]): void {
  ahead.set(rows, packRows(rows));
}

/** Prepared for the recorder. What waits for its turn is one text: thousands of small objects would be copied by every collection of garbage. */
export function packRows(rows: readonly HeaderRow[]): string {
  return ahead.get(rows) ?? packMessages(rows.values().map(prepareMessage));
}
