import { namedIds } from "#db/queries/sync/thread-candidates";
import type { NewAttachment, PlacementState } from "#db/queries/sync/insert-messages";
import type { MailAddress } from "#lib/contracts/address";
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
  /** As it is stored. */
  partsJson: string;
  attachments: NewAttachment[];
};

function prepareMessage(row: HeaderRow): IncomingMessage {
  const read = readHeaders(row);
  return {
    place: placeOf(row),
    identity: read.identity,
    internetMessageId: read.internetMessageId,
    inReplyTo: read.inReplyTo,
    references: read.references,
    namedIds: namedIds(read.references, read.inReplyTo),
    subject: read.subject,
    from: read.from,
    to: read.to,
    cc: read.cc,
    bcc: read.bcc,
    replyTo: read.replyTo,
    sentAt: read.sentAt,
    sizeBytes: row.sizeBytes,
    headers: read.headers,
    partsJson: JSON.stringify(row.parts),
    attachments: read.attachments,
  };
}

/** Only Gmail's own ids tell what is one mail, and come with labels. */
function placeOf({
  uid,
  flags,
  modseq,
  receivedAt,
  labels,
  providerMessageId,
  providerThreadId,
}: HeaderRow): PlacementState {
  const { seen, flagged, answered, draft, deleted, keywords } = splitFlags(flags);
  return {
    uid,
    modseq,
    seen,
    flagged,
    answered,
    draft,
    deleted,
    keywords,
    labels: labels ?? [],
    providerMessageId: labels ? (providerMessageId ?? null) : null,
    providerThreadId: labels ? (providerThreadId ?? null) : null,
    receivedAt,
  };
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
