import { namedIds } from "#db/queries/sync/thread-candidates";
import type { NewAttachment, PlacementState } from "#db/queries/sync/insert-messages";
import type { MailAddress } from "#lib/contracts/address";
import type { MessagePart } from "#lib/contracts/message-part";
import { splitFlags } from "#lib/mail/flags";
import type { HeaderRow } from "#server/imap/session";
import { readHeaders, type ReadHeaders } from "#server/mime/read-headers";

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

/** What one commit stores: some 20 ms of the write lock, which agents' clicks wait for. */
export type Chunk = { rows: HeaderRow[]; messages: Promise<IncomingMessage[]> };

const rowsMax = 250;

/** Headers are read before the write lock is taken, and in other threads: while one chunk is stored the next ones are being read. */
export function prepareChunks(rows: HeaderRow[]): Chunk[] {
  return Array.from({ length: Math.ceil(rows.length / rowsMax) }, (_, index) => {
    const chunk = rows.slice(index * rowsMax, (index + 1) * rowsMax);
    const messages = prepareMessages(chunk);
    // Awaited in its turn; until then a failure is nobody's.
    messages.catch(() => undefined);
    return { rows: chunk, messages };
  });
}

async function prepareMessages(rows: HeaderRow[]): Promise<IncomingMessage[]> {
  const read = await readHeaders(rows);
  return rows.flatMap((row, index) => {
    const headers = read[index];
    return headers ? [incomingOf(row, headers)] : [];
  });
}

function incomingOf(row: HeaderRow, headers: ReadHeaders): IncomingMessage {
  const { uid, modseq, receivedAt, labels = [], sizeBytes, parts } = row;
  return Object.assign(headers, {
    place: Object.assign(splitFlags(row.flags), { uid, modseq, labels, receivedAt }),
    namedIds: namedIds(headers.references, headers.inReplyTo),
    sizeBytes,
    parts,
  });
}
