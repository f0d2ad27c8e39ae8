import type { MessagePart } from "#lib/contracts/message-part";
import { inPool } from "../pool.ts";
import { messageIdentity } from "./message-identity.ts";
import { attachmentsOf, type MessageAttachment } from "./message-parts.ts";
import { parseHeaders, type ParsedHeaders } from "./parse-headers.ts";

export type HeaderInput = { headers: Uint8Array; parts: MessagePart[]; sizeBytes: number; receivedAt: Date };

/** All that can be said of a message without its texts. */
export type ReadHeaders = Omit<ParsedHeaders, "date"> & { identity: string; attachments: MessageAttachment[] };

/** Fewer are read faster here than they are handed over. */
const handedOverMin = 100;

/** In a parsing thread when they are many, so that whoever asks can go on with something else meanwhile. */
export async function readHeaders(inputs: readonly HeaderInput[]): Promise<ReadHeaders[]> {
  if (inputs.length < handedOverMin) return inputs.map(readOne);
  const answer = await inPool<string>("readPackedHeaders", pack(inputs)).catch(() => null);
  // No thread, or not in time: then here, for mail must not wait for good.
  if (answer === null) return inputs.map(readOne);
  const read: (Omit<ReadHeaders, "sentAt"> & { sentAt: string | null })[] = JSON.parse(answer);
  return read.map((one) => Object.assign(one, { sentAt: one.sentAt === null ? null : new Date(one.sentAt) }));
}

/** One block of bytes and one text: a hundred small objects would cost more to copy between threads than to read. */
export type PackedHeaders = { bytes: Uint8Array; facts: string };

type Facts = { length: number; parts: MessagePart[]; sizeBytes: number; receivedAt: string };

export function readPackedHeaders({ bytes, facts }: PackedHeaders): string {
  const all: Facts[] = JSON.parse(facts);
  let start = 0;
  return JSON.stringify(
    all.map(({ length, parts, sizeBytes, receivedAt }) => {
      const headers = bytes.subarray(start, start + length);
      start += length;
      return readOne({ headers, parts, sizeBytes, receivedAt: new Date(receivedAt) });
    }),
  );
}

function pack(inputs: readonly HeaderInput[]): PackedHeaders {
  const facts = inputs.map(({ headers, parts, sizeBytes, receivedAt }) => ({
    length: headers.length,
    parts,
    sizeBytes,
    receivedAt,
  }));
  return { bytes: Buffer.concat(inputs.map((input) => input.headers)), facts: JSON.stringify(facts) };
}

function readOne({ headers, parts, sizeBytes, receivedAt }: HeaderInput): ReadHeaders {
  const { date, ...parsed } = parseHeaders(headers);
  const known = messageIdentity({ ...parsed, date }, parts, { sizeBytes, receivedAt });
  return Object.assign(parsed, known, { attachments: attachmentsOf(parts) });
}
