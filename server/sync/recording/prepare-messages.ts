import { namedIds } from "#db/queries/sync/thread-candidates";
import { jsonOf, type NewMessage, type PlacementState } from "#db/queries/sync/insert-messages";
import { splitFlags } from "#lib/mail/flags";
import type { HeaderRow } from "#server/imap/session";
import { readHeaders } from "#server/mime/read-headers";

/** A message as a folder holds it, read from its headers, not yet stored. */
export type IncomingMessage = NewMessage & {
  place: PlacementState;
  /** Addresses of From, To, Cc and Reply-To. */
  participants: string[];
  /** What we wrote into a mail of ours besides its Message-ID; empty in all others. */
  ownToken: string;
};

export function prepareMessage(row: HeaderRow): IncomingMessage {
  const read = readHeaders(row);
  const { from, to, cc, bcc, replyTo, references, headers } = read;
  return {
    place: placeOf(row),
    identity: read.identity,
    internetMessageId: read.internetMessageId,
    inReplyTo: read.inReplyTo,
    namedIds: namedIds(references, read.inReplyTo),
    subject: read.subject,
    from,
    participants: [from, ...to, ...cc, ...replyTo].map((one) => one.address),
    sentAt: read.sentAt,
    sizeBytes: row.sizeBytes,
    ownToken: headers["x-postroom-id"] ?? "",
    json: {
      references: jsonOf(references),
      to: jsonOf(to),
      cc: jsonOf(cc),
      bcc: jsonOf(bcc),
      replyTo: jsonOf(replyTo),
      headers: JSON.stringify(headers),
      parts: jsonOf(row.parts),
    },
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
