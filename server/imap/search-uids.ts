import type { Connection } from "./connection.ts";
import { ImapError } from "./errors.ts";
import type { Token, UntaggedHandler } from "./imapflow-internals.ts";
import { restAfter } from "./message-limit.ts";
import { tokenNumber, tokenText } from "./response-tokens.ts";
import { atom, runCommand, text, uidSet, type Answer } from "./run-command.ts";
import type { UidRange } from "./session.ts";
import { countUids, expandRanges, parseUidSet, rangeText } from "./uid-set.ts";

export async function searchUids(connection: Connection, range: UidRange, since?: Date): Promise<number[]> {
  if (range.to < range.from) return [];
  const day = since ? [atom("SINCE"), atom(searchDate(since))] : [];
  return search(connection, range, day);
}

export async function searchHeader(
  connection: Connection,
  field: string,
  value: string,
  range: UidRange = { from: 1, to: Infinity },
): Promise<number[]> {
  const isAscii = /^[\u0020-\u007e]*$/.test(value);
  // Under UTF8=ACCEPT a charset must not be named (RFC 6855 §3).
  const charset = isAscii || connection.client.enabled.has("UTF8=ACCEPT") ? [] : [atom("CHARSET"), atom("UTF-8")];
  const key: Token = isAscii ? text(value) : { type: "LITERAL", value: Buffer.from(value) };
  return search(connection, range, [atom("HEADER"), text(field), key], charset);
}

export async function searchProviderMessage(connection: Connection, providerMessageId: string): Promise<number[]> {
  return search(connection, { from: 1, to: Infinity }, [atom("X-GM-MSGID"), atom(providerMessageId)]);
}

/** A server may count more, never fewer: MODSEQ asks for what is at least so high (RFC 7162 §3.1.5). */
export async function countChanged(connection: Connection, since: bigint): Promise<number | null> {
  if (!connection.capabilities.condstore) return null;
  return count(connection, { from: 1, to: Infinity }, [atom("MODSEQ"), atom(String(since + 1n))]);
}

/** How many UIDs of a range there are, in a few bytes; null where the server does not count, or counted a part only. */
export async function countUidsOf(connection: Connection, range: UidRange): Promise<number | null> {
  return range.to < range.from ? 0 : count(connection, range, []);
}

async function count(connection: Connection, range: UidRange, keys: Token[]): Promise<number | null> {
  if (!connection.capabilities.esearch) return null;
  let counted: number | null = null;
  const words = [atom("RETURN"), [atom("COUNT")], atom("UID"), uidSet(rangeText(range)), ...keys];
  const { code } = await runCommand(connection, "command", "UID SEARCH", words, {
    ESEARCH: ({ attributes }) => {
      const tokens: unknown[] = attributes ?? [];
      const at = tokens.findIndex((token) => tokenText(token).toUpperCase() === "COUNT");
      if (at >= 0) counted = tokenNumber(tokens[at + 1]);
    },
  });
  return code === "MESSAGELIMIT" ? null : counted;
}

async function search(
  connection: Connection,
  range: UidRange,
  keys: Token[],
  charset: Token[] = [],
): Promise<number[]> {
  const ranges: UidRange[] = [];
  for (let rest: string | null = rangeText(range); rest !== null;) {
    // Always within a range of UIDs: iCloud answers a search of everything with numbers that are none.
    const { found, answer } = await searchOnce(connection, [...charset, atom("UID"), uidSet(rest), ...keys]);
    for (const one of found) ranges.push(one);
    const lowest = found.reduce((least, { from }) => Math.min(least, from), Infinity);
    rest = restAfter(answer, rest, found.length > 0 ? lowest : null);
  }
  const { mailbox } = connection.client;
  const countMax = (mailbox ? mailbox.exists : 0) + 10_000;
  if (countUids(ranges) > countMax + 1_000_000) {
    throw new ImapError("protocol", "SEARCH", "The mail server found more messages than it has.");
  }
  return expandRanges(ranges, range);
}

async function searchOnce(connection: Connection, criteria: Token[]): Promise<Found> {
  const { esearch } = connection.capabilities;
  const extended = esearch ? [atom("RETURN"), [atom("ALL")]] : [];
  const found = await collect(connection, [...extended, ...criteria]);
  // An answer that never came, or could not be read, is not an empty answer.
  const again = found ?? (esearch ? await collect(connection, criteria) : null);
  if (!again) throw new ImapError("protocol", "SEARCH", "The mail server left a search unanswered.");
  return again;
}

type Found = { found: UidRange[]; answer: Answer };

/** @returns null when no answer was seen */
async function collect(connection: Connection, tokens: Token[]): Promise<Found | null> {
  const found: UidRange[] = [];
  let isAnswered = false;
  const take: Record<string, UntaggedHandler> = {
    SEARCH: ({ numbers, attributes }) => {
      isAnswered = true;
      const uids = numbers ?? (attributes ?? []).map((token) => Number(tokenText(token)));
      for (const uid of uids) if (Number.isInteger(uid) && uid > 0) found.push({ from: uid, to: uid });
    },
    ESEARCH: ({ attributes }) => {
      isAnswered = true;
      const words = (attributes ?? []).map((token) => (Array.isArray(token) ? "" : tokenText(token)));
      const all = words.findIndex((word) => word.toUpperCase() === "ALL");
      if (all >= 0) found.push(...parseUidSet(words[all + 1] ?? ""));
    },
  };
  const answer = await runCommand(connection, "command", "UID SEARCH", tokens, take);
  return isAnswered ? { found, answer } : null;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const searchDate = (date: Date) => `${date.getUTCDate()}-${months[date.getUTCMonth()]}-${date.getUTCFullYear()}`;
