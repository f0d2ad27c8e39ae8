import { createHash } from "node:crypto";
import { normalizeMessageId } from "#lib/mail/message-id";
import type { MailFlags } from "../../mime/mbox/mail-flags.ts";
import { fieldOf } from "../../mime/mbox/status-fields.ts";
import { withCrlf } from "../../mime/mbox/with-crlf.ts";

export type MailToAppend = {
  /** Names it within its transfer, at every attempt the same. */
  key: string;
  source: Buffer;
  flags: MailFlags;
  receivedAt: Date;
  /** Where it comes from, for the report. */
  path: string;
  /** It is not what an export wrote down of it. */
  isChanged?: boolean;
};

/** What tells whether a mail on a server is this one. */
export type Marks = {
  sizeBytes: number;
  sha256: string;
  /** Of what a server makes of it that ends every line with CRLF; the same for a mail that has no other lines. */
  crlfBytes: number;
  crlfSha256: string;
  /** Null for a mail that has none. */
  internetMessageId: string | null;
  /** Of Message-ID, Date, From and Subject; empty for a mail with neither of the first two, which proves nothing by its head. */
  print: string;
  /** INTERNALDATE knows no less. */
  receivedSecond: number;
};

export function marksOf({ source, receivedAt }: Pick<MailToAppend, "source" | "receivedAt">): Marks {
  const crlf = withCrlf(source);
  const head = headOf(source);
  const sha256 = hashOf(source);
  return {
    sizeBytes: source.length,
    sha256,
    crlfBytes: crlf.length,
    crlfSha256: crlf === source ? sha256 : hashOf(crlf),
    internetMessageId: messageIdIn(head),
    print: printOf(head),
    receivedSecond: secondOf(receivedAt),
  };
}

export const hashOf = (source: Uint8Array) => createHash("sha256").update(source).digest("hex");

export const secondOf = (at: Date) => Math.floor(at.getTime() / 1000);

/** From a header block: also from one of which a server gives some fields only. */
export function messageIdIn(head: Buffer): string | null {
  return normalizeMessageId(fieldOf(head.toString("latin1"), "message-id")) || null;
}

export function printOf(head: Buffer): string {
  const text = head.toString("latin1");
  const fields = ["message-id", "date", "from", "subject"].map((name) => fieldOf(text, name));
  if (!fields[0] && !fields[1]) return "";
  return hashOf(Buffer.from(fields.join("\n"), "latin1"));
}

const headBytesMax = 256 * 1024;

/** All before the first empty line. */
export function headOf(source: Buffer): Buffer {
  const start = source.subarray(0, headBytesMax);
  const ends = [start.indexOf("\n\n"), start.indexOf("\n\r\n")].filter((at) => at >= 0);
  return ends.length > 0 ? start.subarray(0, Math.min(...ends) + 1) : start;
}
