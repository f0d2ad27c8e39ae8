import type { HeaderRow, ImapSession, FlagRow } from "#server/imap/session";

export type Window = {
  rows: HeaderRow[];
  /** Listed by the server, and not readable by any request. */
  unreadable: { uid: number; reason: string }[];
  otherFlags: FlagRow[];
};

/** Single requests for what a window lacks; beyond these a server is in trouble, and they are set aside to be tried later. */
const singleMax = 50;

/**
 * Fetches the headers of these UIDs in their order, and accounts for every one: a row, gone by now, or unreadable. A row that a
 * server leaves out, or that could not be parsed, is no error of its command (RFC 9051 §7.5.2 leaves FETCH free to omit).
 */
export async function fetchWindow(session: ImapSession, uids: number[]): Promise<Window> {
  const batch = await session.fetchHeaders(uids);
  const rows = new Map(batch.rows.map((row) => [row.uid, row]));
  const unreadable: Window["unreadable"] = [];
  for (const [index, uid] of (await stillListed(session, batch.missingUids)).entries()) {
    const row = index < singleMax ? await session.fetchHeadersDegraded(uid) : null;
    if (row) rows.set(uid, row);
    else unreadable.push({ uid, reason: "The server lists this message and does not give its headers." });
  }
  return { rows: uids.flatMap((uid) => rows.get(uid) ?? []), unreadable, otherFlags: batch.otherFlags };
}

/** Those that the server still lists; the others are gone. */
export async function stillListed(session: ImapSession, uids: number[]): Promise<number[]> {
  if (uids.length === 0) return [];
  const wanted = new Set(uids);
  const listed = await session.searchUids({ from: Math.min(...uids), to: Math.max(...uids) });
  return listed.filter((uid) => wanted.has(uid));
}
