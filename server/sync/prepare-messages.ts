import { namedIds } from "#db/queries/sync/thread-candidates";
import type { NewAttachment, PlacementState } from "#db/queries/sync/insert-messages";
import type { MailAddress } from "#lib/contracts/address";
import type { MessagePart } from "#lib/contracts/message-part";
import { splitFlags } from "#lib/mail/flags";
import type { HeaderRow } from "#server/imap/session";
import { messageIdentity } from "#server/mime/message-identity";
import { parseHeaders } from "#server/mime/parse-headers";
import { attachmentsOf } from "#server/mime/read-body";

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

/** Reads headers before the write lock is taken: parsing is the larger half of the work. */
export function prepareMessages(rows: HeaderRow[]): IncomingMessage[] {
  return rows.map((row) => {
    const parsed = parseHeaders(row.headers);
    const { identity, internetMessageId } = messageIdentity(parsed, row.parts, row);
    return {
      place: {
        uid: row.uid,
        modseq: row.modseq,
        ...splitFlags(row.flags),
        labels: row.labels ?? [],
        receivedAt: row.receivedAt,
      },
      identity,
      internetMessageId,
      inReplyTo: parsed.inReplyTo,
      references: parsed.references,
      namedIds: namedIds(parsed.references, parsed.inReplyTo),
      subject: parsed.subject,
      from: parsed.from,
      to: parsed.to,
      cc: parsed.cc,
      bcc: parsed.bcc,
      replyTo: parsed.replyTo,
      sentAt: parsed.sentAt,
      sizeBytes: row.sizeBytes,
      headers: parsed.headers,
      parts: row.parts,
      attachments: attachmentsOf(row.parts),
    };
  });
}
