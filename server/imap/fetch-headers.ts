/**
 * Headers as one literal and never as ENVELOPE: an ENVELOPE that a server writes wrongly makes the parser drop the whole row, and
 * it lacks References. Every UID that was asked for is accounted for: as a row, or as missing.
 */
import type { Connection } from "./connection.ts";
import { ImapError } from "./errors.ts";
import { fetchRows, hasUid, identityItems, toFlagRow, type FetchedRow } from "./fetch-rows.ts";
import type { Token } from "./imapflow-internals.ts";
import { messageParts } from "./message-parts.ts";
import { atom } from "./run-command.ts";
import type { FlagRow, HeaderBatch, HeaderRow } from "./session.ts";
import { packUids } from "./uid-set.ts";

const fields = [
  "Message-ID", "In-Reply-To", "References", "Subject", "From", "To", "Cc", "Bcc", "Reply-To", "Date", "List-Id", "Auto-Submitted",
  "Precedence", "Authentication-Results", "Return-Path", "X-Postroom-Id", "Content-Type",
]; // prettier-ignore

const body = (section: Token[], partial?: [number, number]): Token => ({
  type: "ATOM",
  value: "BODY.PEEK",
  section,
  ...(partial ? { partial } : {}),
});

const headerFields = body([atom("HEADER.FIELDS"), fields.map(atom)]);
const metadata = ["FLAGS", "INTERNALDATE", "RFC822.SIZE"].map(atom);
const labels = ({ capabilities }: Connection) => (capabilities.gmail ? [atom("X-GM-LABELS")] : []);

/** @param take gets each row that came whole, as it comes; the batch holds the others */
export async function fetchHeaders(
  connection: Connection,
  uids: number[],
  take?: (row: HeaderRow) => void,
): Promise<HeaderBatch> {
  const items = [...metadata, atom("BODYSTRUCTURE"), ...identityItems(connection), ...labels(connection), headerFields];
  const asked = new Set(uids);
  const rows = new Map<number, HeaderRow>();
  const otherFlags: FlagRow[] = [];
  const met = new Set<number>();
  const taken = new Set<number>();
  const divert = (row: FetchedRow) => {
    if (!take || !hasUid(row) || met.has(row.uid)) return false;
    // Of what comes in pieces the later count, and of what was taken only the flags of later ones.
    met.add(row.uid);
    const headerRow = asked.has(row.uid) && isWhole(connection, row) ? toHeaderRow(row) : null;
    if (!headerRow) return false;
    // Only then: what could not be taken is missing, and asked for again.
    take(headerRow);
    taken.add(row.uid);
    return true;
  };
  for (const set of packUids(uids)) {
    for (const [uid, row] of mergeByUid(await fetchRows(connection, set, items, { divert }))) {
      const headerRow = asked.has(uid) && !taken.has(uid) ? toHeaderRow(row) : null;
      if (headerRow) rows.set(uid, headerRow);
      else if (row.flags) otherFlags.push(toFlagRow(row));
    }
  }
  const inOrder = uids.map((uid) => rows.get(uid)).filter((row) => row !== undefined);
  return { rows: inOrder, otherFlags, missingUids: [...asked].filter((uid) => !rows.has(uid) && !taken.has(uid)) };
}

/** Has all that every server tells of a message, and what Gmail does. */
function isWhole({ capabilities }: Connection, row: FetchedRow): boolean {
  const { headers, parts, flags, internalDate, size, emailId, threadId } = row;
  const told = [
    headers,
    parts,
    flags,
    internalDate,
    size,
    ...(capabilities.gmail ? [row.labels, emailId, threadId] : []),
  ];
  return !told.includes(undefined);
}

/**
 * Of one UID, by ever simpler requests: for a message that breaks the server's or our reading of the full one. Never without headers: a
 * server that answers badly for a moment would leave a mail behind that says nothing and is never asked for again.
 * @param skipCount how many of them are known to end the connection
 */
export async function fetchHeadersDegraded(
  connection: Connection,
  uid: number,
  skipCount = 0,
): Promise<HeaderRow | null> {
  const identity = identityItems(connection);
  const attempts: Token[][] = [
    [...metadata, atom("BODYSTRUCTURE"), ...identity, ...labels(connection), headerFields],
    [...metadata, ...identity, headerFields],
    [atom("FLAGS"), atom("INTERNALDATE"), headerFields],
    [atom("FLAGS"), body([atom("HEADER")])],
    [atom("FLAGS"), body([], [0, 65_536])],
  ];
  for (const items of attempts.slice(skipCount)) {
    const row = await attempt(connection, uid, items);
    const found = row && toHeaderRow(row);
    if (found) return found;
  }
  return null;
}

async function attempt(connection: Connection, uid: number, items: Token[]): Promise<FetchedRow | null> {
  try {
    return mergeByUid(await fetchRows(connection, String(uid), items)).get(uid) ?? null;
  } catch (error) {
    // A refused request is followed by a simpler one; a broken connection is not.
    if (error instanceof ImapError && error.kind === "poison" && connection.client.usable) return null;
    throw error;
  }
}

/** Some servers answer one message in several rows, and flag updates come in between: the later value of each item counts. */
function mergeByUid(rows: FetchedRow[]): Map<number, FetchedRow & { uid: number }> {
  const merged = new Map<number, FetchedRow & { uid: number }>();
  for (const row of rows) {
    if (!hasUid(row)) continue;
    const known = merged.get(row.uid);
    merged.set(row.uid, known ? { ...known, ...row } : row);
  }
  return merged;
}

function toHeaderRow(row: FetchedRow): HeaderRow | null {
  const source = Buffer.isBuffer(row.headers) ? row.headers : Buffer.isBuffer(row.source) ? headerOf(row.source) : null;
  if (!hasUid(row) || !source) return null;
  return {
    ...toFlagRow(row),
    receivedAt: instant(row.internalDate) ?? instant(dateField(source)) ?? new Date(0),
    sizeBytes: row.size ?? row.source?.length ?? 0,
    headers: source,
    parts: row.parts ?? (row.bodyStructure ? messageParts(row.bodyStructure) : []),
    ...(row.emailId ? { providerMessageId: row.emailId } : {}),
    ...(row.threadId ? { providerThreadId: row.threadId } : {}),
  };
}

function headerOf(source: Buffer): Buffer {
  const end = source.indexOf("\r\n\r\n");
  return end === -1 ? source : source.subarray(0, end + 4);
}

/** An INTERNALDATE that cannot be read arrives as text. */
function instant(value: Date | string | undefined): Date | null {
  const date = value instanceof Date ? value : new Date(value ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}

const dateField = (headers: Buffer) => /^date:[ \t]*(.*)$/im.exec(headers.toString("latin1"))?.[1]?.trim();
