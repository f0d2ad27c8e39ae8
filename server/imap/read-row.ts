/**
 * The items that nearly every FETCH answer has, read straight from its tokens. imapflow turns each item's name, the list of header
 * fields included, back into text first, which is half of what a row costs; whatever is not as usual is left to it.
 */
import type { ImapFlow, ImapResponse, MailboxObject } from "imapflow";
import { formatMessageResponse, parseBodystructure } from "imapflow/lib/tools.js";
import type { FetchedRow } from "./fetch-rows.ts";
import { messageParts } from "./message-parts.ts";
import { tokenBigint, tokenNumber, tokenText } from "./response-tokens.ts";

type Attribute = NonNullable<ImapResponse["attributes"]>[number];

export async function readRow(untagged: ImapResponse, mailbox: MailboxObject, client: ImapFlow): Promise<FetchedRow> {
  const [name, items] = untagged.attributes ?? [];
  const row: FetchedRow = {};
  const unusual: Attribute[] = [];
  const list: Attribute[] = Array.isArray(items) ? items : [];
  for (let at = 0; at + 1 < list.length; at += 2) {
    const [key = null, value = null] = [list[at], list[at + 1]];
    if (!readItem(row, key, value)) unusual.push(key, value);
  }
  if (unusual.length === 0) return row;
  const rest = { ...untagged, attributes: [name ?? null, unusual] };
  return Object.assign(row, await formatMessageResponse(rest, mailbox, undefined, client));
}

/** @returns whether it was one of the usual items with a usual value */
function readItem(row: FetchedRow, key: Attribute, value: Attribute): boolean {
  if (key === null || Array.isArray(key)) return false;
  if ("section" in key && key.section) return readHeaders(row, key, value);
  const name = tokenText(key).toUpperCase();
  return Array.isArray(value) ? readList(row, name, value) : readValue(row, name, value);
}

function readValue(row: FetchedRow, name: string, value: Attribute): boolean {
  const date = name === "INTERNALDATE" ? new Date(tokenText(value)) : null;
  const number = name === "UID" || name === "RFC822.SIZE" ? tokenNumber(value) : null;
  if (date && !Number.isNaN(date.getTime())) row.internalDate = date;
  else if (name === "UID" && number) row.uid = number;
  else if (name === "RFC822.SIZE" && number !== null) row.size = number;
  else return false;
  return true;
}

function readList(row: FetchedRow, name: string, value: Attribute[]): boolean {
  const modseq = name === "MODSEQ" ? tokenBigint(value[0]) : null;
  if (name === "FLAGS") row.flags = new Set(value.map(tokenText).filter(Boolean));
  else if (name === "BODYSTRUCTURE") row.parts = messageParts(parseBodystructure(value));
  else if (modseq !== null) row.modseq = modseq;
  else return false;
  return true;
}

/** `BODY[HEADER.FIELDS (…)]` with a literal for its value. */
function readHeaders(row: FetchedRow, key: object, value: Attribute): boolean {
  const section: unknown = Reflect.get(key, "section");
  if (!Array.isArray(section) || tokenText(section[0]).toUpperCase() !== "HEADER.FIELDS") return false;
  if (tokenText(key).toUpperCase() !== "BODY" || "partial" in key) return false;
  if (value === null || Array.isArray(value) || !Buffer.isBuffer(value.value)) return false;
  row.headers = value.value;
  return true;
}
