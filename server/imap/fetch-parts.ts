import type { Connection } from "./connection.ts";
import { ImapError } from "./errors.ts";
import { fetchRows, hasUid, type FetchedRow } from "./fetch-rows.ts";
import type { Token } from "./imapflow-internals.ts";
import { atom } from "./run-command.ts";
import { packUids } from "./uid-set.ts";

export type WantedParts = { uid: number; parts: string[] };

/** One command for all messages of which the same parts are wanted. */
export async function fetchPartsOfMany(
  connection: Connection,
  wanted: WantedParts[],
  maxBytes: number,
): Promise<Map<number, Map<string, Buffer>>> {
  const found = new Map<number, Map<string, Buffer>>(wanted.map(({ uid }) => [uid, new Map<string, Buffer>()]));
  const groups = Map.groupBy(wanted, ({ parts }) => parts.join(" "));
  for (const group of groups.values()) {
    const parts = group[0]?.parts ?? [];
    if (parts.length === 0) continue;
    const items = parts.map((part) => partial(part, maxBytes));
    for (const set of packUids(group.map(({ uid }) => uid))) {
      for (const row of await fetchRows(connection, set, items)) take(found, row, parts, maxBytes);
    }
  }
  return found;
}

/** @throws ImapError `too-large` by the size the server names, before anything is fetched, or by what then comes */
export async function fetchSource(connection: Connection, uid: number, maxBytes: number): Promise<Buffer | null> {
  const sized = (await fetchRows(connection, String(uid), [atom("RFC822.SIZE")])).find((row) => row.uid === uid);
  if (!sized) return null;
  // Exchange names sizes that are a little off.
  if ((sized.size ?? 0) > maxBytes * 1.1) throw tooLarge();
  const rows = await fetchRows(connection, String(uid), [partial("", maxBytes + 1)]);
  const source = rows.find((row) => row.uid === uid && Buffer.isBuffer(row.source))?.source ?? null;
  if (source && source.length > maxBytes) throw tooLarge();
  return source;
}

/** Of those asked for alone, as far as they came whole. */
export async function fetchSources(
  connection: Connection,
  uids: number[],
  maxBytes: number,
): Promise<Map<number, Buffer>> {
  const wanted = new Set(uids);
  const found = new Map<number, Buffer>();
  for (const set of packUids(uids)) {
    for (const row of await fetchRows(connection, set, [partial("", maxBytes + 1)])) {
      if (!hasUid(row) || !wanted.has(row.uid) || !Buffer.isBuffer(row.source)) continue;
      if (row.source.length <= maxBytes) found.set(row.uid, row.source);
    }
  }
  return found;
}

const partial = (part: string, length: number): Token => ({
  type: "ATOM",
  value: "BODY.PEEK",
  section: part ? [atom(part)] : [],
  partial: [0, length],
});

function take(found: Map<number, Map<string, Buffer>>, row: FetchedRow, parts: string[], maxBytes: number): void {
  const contents = hasUid(row) ? found.get(row.uid) : undefined;
  if (!contents || !row.bodyParts) return;
  for (const part of parts) {
    const content = row.bodyParts.get(part.toLowerCase());
    // Some servers ignore how much was asked for.
    if (Buffer.isBuffer(content)) contents.set(part, content.subarray(0, maxBytes));
  }
}

const tooLarge = () => new ImapError("too-large", "TOOBIG", "This message is too large to be fetched whole.");
