/**
 * Rows on their way to another thread: one block of bytes and one text, for hundreds of small objects would cost more to copy between
 * threads than to read.
 */
import type { HeaderRow } from "#server/imap/session";

export type PackedRows = { bytes: Uint8Array<ArrayBuffer>; facts: string };

type Facts = Omit<HeaderRow, "headers" | "modseq" | "receivedAt"> & {
  length: number;
  modseq: string | null;
  receivedAt: number;
};

const packed = new WeakMap<readonly HeaderRow[], PackedRows>();

/** Does the work of `packRows` while there is time for it. */
export function packAhead(rows: readonly HeaderRow[]): void {
  packed.set(rows, pack(rows));
}

/** What is packed is given away, and is packed anew for whoever asks again. */
export function packRows(rows: readonly HeaderRow[]): PackedRows {
  const ready = packed.get(rows) ?? pack(rows);
  packed.delete(rows);
  return ready;
}

function pack(rows: readonly HeaderRow[]): PackedRows {
  const facts = rows.map(({ headers, modseq, receivedAt, ...rest }): Facts =>
    Object.assign(rest, {
      length: headers.length,
      modseq: modseq?.toString() ?? null,
      receivedAt: receivedAt.getTime(),
    }),
  );
  // Not a piece of Node's shared pool: a copy to another thread takes the whole of what a piece lies in.
  const bytes = new Uint8Array(facts.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const { headers } of rows) {
    bytes.set(headers, start);
    start += headers.length;
  }
  return { bytes, facts: JSON.stringify(facts) };
}

export function unpackRows({ bytes, facts }: PackedRows): HeaderRow[] {
  const all: Facts[] = JSON.parse(facts);
  let start = 0;
  return all.map(({ length, modseq, receivedAt, ...rest }) => {
    const headers = Buffer.from(bytes.buffer, bytes.byteOffset + start, length);
    start += length;
    return Object.assign(rest, {
      headers,
      modseq: modseq === null ? null : BigInt(modseq),
      receivedAt: new Date(receivedAt),
    });
  });
}
