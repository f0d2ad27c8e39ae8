/**
 * Messages on their way to another thread, as one text: hundreds of small objects would cost more to copy between threads than to read.
 * Two lines each: its values without their names, and the lists that are stored as they are. JSON has no line ends.
 */
import { namedIds } from "#db/queries/sync/thread-candidates";
import type { IncomingMessage } from "./prepare-messages.ts";

/** One by one as they are given, so that one made for this is gone before the next is made. */
export function packMessages(messages: Iterable<IncomingMessage>): string {
  const lines: string[] = [];
  for (const message of messages) lines.push(JSON.stringify(packed(message)), message.partsJson);
  return lines.join("\n");
}

export function unpackMessages(text: string): IncomingMessage[] {
  const lines = text === "" ? [] : text.split("\n");
  const messages: IncomingMessage[] = [];
  for (let at = 0; at < lines.length; at += 2) messages.push(unpacked(lines[at] ?? "", lines[at + 1] ?? ""));
  return messages;
}

type Packed = ReturnType<typeof packed>;

function packed(message: IncomingMessage) {
  const { place } = message;
  return [
    place.uid,
    place.modseq?.toString() ?? null,
    place.seen,
    place.flagged,
    place.answered,
    place.draft,
    place.deleted,
    place.keywords,
    place.labels,
    place.providerMessageId ?? null,
    place.providerThreadId ?? null,
    place.receivedAt.getTime(),
    message.identity,
    message.internetMessageId,
    message.inReplyTo,
    message.references,
    message.subject,
    message.from,
    message.to,
    message.cc,
    message.bcc,
    message.replyTo,
    message.sentAt?.getTime() ?? null,
    message.sizeBytes,
    message.headers,
    message.attachments,
  ] as const;
}

function unpacked(line: string, partsJson: string): IncomingMessage {
  const values: Packed = JSON.parse(line);
  const [
    uid, modseq, seen, flagged, answered, draft, deleted, keywords, labels, providerMessageId, providerThreadId, receivedAt,
    identity, internetMessageId, inReplyTo, references, subject, from, to, cc, bcc, replyTo, sentAt, sizeBytes, headers, attachments,
  ] = values; // prettier-ignore
  return {
    place: {
      uid,
      modseq: modseq === null ? null : BigInt(modseq),
      seen,
      flagged,
      answered,
      draft,
      deleted,
      keywords,
      labels,
      providerMessageId,
      providerThreadId,
      receivedAt: new Date(receivedAt),
    },
    identity,
    internetMessageId,
    inReplyTo,
    references,
    namedIds: namedIds(references, inReplyTo),
    subject,
    from,
    to,
    cc,
    bcc,
    replyTo,
    sentAt: sentAt === null ? null : new Date(sentAt),
    sizeBytes,
    headers,
    partsJson,
    attachments,
  };
}
