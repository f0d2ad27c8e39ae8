import type { FetchMessageObject, ImapResponse } from "imapflow";
import type { MessagePart } from "#lib/contracts/message-part";
import { keptLabels } from "#lib/mail/labels";
import type { Connection } from "./connection.ts";
import { ImapError } from "./errors.ts";
import type { RawAnswer, Token } from "./imapflow-internals.ts";
import { restAfter } from "./message-limit.ts";
import { readQuickRow } from "./quick-row.ts";
import { readRow } from "./read-row.ts";
import { atom, runCommand, uidSet } from "./run-command.ts";
import type { FlagRow } from "./session.ts";
import { withoutRecent } from "./session-events.ts";

/** One FETCH answer: it may be about another message than asked, hold less than asked, and lack even the UID. */
export type FetchedRow = Partial<FetchMessageObject> & {
  /** In place of the structure, where that could be read. */
  parts?: MessagePart[];
};

const rowsMax = 2_000_000;

type FetchOptions = {
  modifiers?: Token[];
  /** Gets each row as it comes, and says which are not to be kept. It must not throw. */
  divert?: (row: FetchedRow) => boolean;
};

/** All rows are read before anything else is sent: a command from inside would wait for itself. */
export async function fetchRows(
  connection: Connection,
  set: string,
  items: Token[],
  { modifiers = [], divert = () => false }: FetchOptions = {},
): Promise<FetchedRow[]> {
  const { client, events } = connection;
  const { mailbox } = client;
  if (!mailbox) throw new ImapError("folder", "NoMailboxSelected", "No folder is open on the mail server.");
  // A mailbox of its own to take notes in: those of the selected one stay what SELECT said.
  const notes = { ...mailbox };
  const rows: FetchedRow[] = [];
  let lowestTold = Infinity;
  const keep = (row: FetchedRow) => {
    lowestTold = Math.min(lowestTold, row.uid ?? Infinity);
    if (!divert(row) && rows.length < rowsMax) rows.push(row);
  };
  // What cannot be read throws, and is missing from the rows: its UID is accounted for by whoever asked.
  const FETCH = async (untagged: ImapResponse) => keep(await readRow(untagged, notes, client));
  const take = (answer: RawAnswer) => {
    const row = readQuickRow(answer);
    if (row) keep(row);
    return row !== null;
  };
  for (let rest: string | null = set; rest !== null;) {
    lowestTold = Infinity;
    const tokens = [uidSet(rest), [atom("UID"), ...items], ...(modifiers.length > 0 ? [modifiers] : [])];
    const answer = await runCommand(connection, "fetch", "UID FETCH", tokens, { FETCH }, take);
    rest = restAfter(answer, rest, lowestTold === Infinity ? null : lowestTold);
  }
  if (rows.some((row) => !row.uid && row.flags)) events.emit({ kind: "changed", path: mailbox.path });
  return rows;
}

/** MODSEQ, and what the provider knows a message by, where they are to be had. */
export function identityItems({ client, capabilities }: Connection): Token[] {
  const { mailbox } = client;
  const items: Token[] = [];
  if (capabilities.condstore && mailbox && !mailbox.noModseq) items.push(atom("MODSEQ"));
  if (capabilities.objectId) items.push(atom("EMAILID"), atom("THREADID"));
  else if (capabilities.gmail) items.push(atom("X-GM-MSGID"), atom("X-GM-THRID"));
  return items;
}

export function toFlagRow(row: FetchedRow & { uid: number }): FlagRow {
  return {
    uid: row.uid,
    flags: withoutRecent(row.flags),
    modseq: row.modseq ?? null,
    ...(row.labels ? { labels: keptLabels(row.labels) } : {}),
  };
}

export const hasUid = (row: FetchedRow): row is FetchedRow & { uid: number } => typeof row.uid === "number";
