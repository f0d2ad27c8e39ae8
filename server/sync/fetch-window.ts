import type { FlagRow, HeaderBatch, HeaderRow, ImapSession } from "#server/imap/session";
import type { MessagePacker } from "./recording/pack-messages.ts";
import { prepareMessage } from "./recording/prepare-messages.ts";

export type Window = {
  /** Those that are not packed. */
  rows: HeaderRow[];
  packer: MessagePacker | null;
  /** Listed by the server, and not readable by any request. */
  unreadable: { uid: number; reason: string }[];
  otherFlags: FlagRow[];
};

export type WindowAnswer = { uids: number[]; batch: HeaderBatch; packer: MessagePacker | null; tookMs: number };

/** Single requests for what a window lacks; beyond these a server is in trouble, and they are set aside to be tried later. */
const singleMax = 50;

/**
 * One request; may be made ahead, for it does not depend on what is selected when its answer is used.
 * @param packer takes the messages of what is for the recorder as they come
 */
export async function requestWindow(
  session: ImapSession,
  uids: number[],
  packer: MessagePacker | null,
): Promise<WindowAnswer> {
  const startedAt = performance.now();
  const take = packer ? (row: HeaderRow) => packer.add(prepareMessage(row)) : undefined;
  const batch = await session.fetchHeaders(uids, take);
  return { uids, batch, packer, tookMs: performance.now() - startedAt };
}

/**
 * Accounts for every UID that was asked for: a row, gone by now, or unreadable. A row that a server leaves out, or that could not be
 * parsed, is no error of its command (RFC 9051 §7.5.2 leaves FETCH free to omit).
 */
export async function completeWindow(session: ImapSession, { uids, batch, packer }: WindowAnswer): Promise<Window> {
  const { rows, otherFlags, missingUids } = batch;
  if (missingUids.length === 0) return { rows, packer, unreadable: [], otherFlags };
  const found = new Map(rows.map((row) => [row.uid, row]));
  const unreadable: Window["unreadable"] = [];
  for (const [index, uid] of (await stillListed(session, missingUids)).entries()) {
    const row = index < singleMax ? await session.fetchHeadersDegraded(uid) : null;
    if (row) found.set(uid, row);
    else unreadable.push({ uid, reason: "The server lists this message and does not give its headers." });
  }
  return { rows: uids.flatMap((uid) => found.get(uid) ?? []), packer, unreadable, otherFlags };
}

/** Those that the server still lists; the others are gone. */
export async function stillListed(session: ImapSession, uids: number[]): Promise<number[]> {
  if (uids.length === 0) return [];
  const wanted = new Set(uids);
  const listed = await session.searchUids({ from: Math.min(...uids), to: Math.max(...uids) });
  return listed.filter((uid) => wanted.has(uid));
}
