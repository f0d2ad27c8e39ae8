import type { Connection } from "./connection.ts";
import { fetchRows, hasUid, toFlagRow, type FetchedRow } from "./fetch-rows.ts";
import type { Token } from "./imapflow-internals.ts";
import { atom } from "./run-command.ts";
import type { FlagRow, UidRange } from "./session.ts";
import { expandRanges, rangeText } from "./uid-set.ts";

export async function fetchFlags(
  connection: Connection,
  range: UidRange,
  changedSince?: bigint,
): Promise<{ rows: FlagRow[]; vanished: number[] }> {
  if (range.to < range.from) return { rows: [], vanished: [] };
  const { client, capabilities, events } = connection;
  const { mailbox } = client;
  const knowsModseq = capabilities.condstore && mailbox && !mailbox.noModseq;
  const items = [atom("FLAGS")];
  if (knowsModseq) items.push(atom("MODSEQ"));
  if (capabilities.gmail) items.push(atom("X-GM-LABELS"));
  const since = knowsModseq && changedSince ? [atom("CHANGEDSINCE"), atom(String(changedSince))] : [];
  if (since.length > 0 && capabilities.qresync) since.push(atom("VANISHED"));
  const path = mailbox ? mailbox.path : "";
  const set = rangeText(range);
  const { result, staging } = await events.gather(path, () => completeRows(connection, set, items, since));
  // Of several rows about one message the last is the newest. `n:*` names the newest message even below n (RFC 3501 §9).
  const rows = new Map<number, FlagRow>();
  for (const row of result) {
    if (!hasUid(row) || !row.flags || row.uid < range.from || row.uid > range.to) continue;
    rows.set(row.uid, toFlagRow(row));
  }
  return { rows: [...rows.values()], vanished: expandRanges(staging.vanished, range) };
}

/**
 * Dovecot with CONDSTORE tells of a change it has just noticed in a row without UID, and then leaves it out of what changed since:
 * told once more, it names the UID.
 */
async function completeRows(
  connection: Connection,
  set: string,
  items: Token[],
  since: Token[],
): Promise<FetchedRow[]> {
  const rows = await fetchRows(connection, set, items, { modifiers: since });
  const isComplete = rows.every((row) => hasUid(row) || !row.flags);
  return isComplete ? rows : [...rows, ...(await fetchRows(connection, set, items, { modifiers: since }))];
}
