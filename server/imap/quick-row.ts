/**
 * FETCH answers of the usual kind, read straight from their bytes. imapflow makes an object of every token of every row first, which is
 * most of what a first sync costs; whatever is not plain here is left to it, so this may know little and must never guess.
 */
import { parseBodystructure } from "imapflow/lib/tools.js";
import type { FetchedRow } from "./fetch-rows.ts";
import type { RawAnswer } from "./imapflow-internals.ts";
import { messageParts } from "./message-parts.ts";
import { readQuickParts } from "./quick-parts.ts";

/** As imapflow's parser hands them on. */
type Token = { type: "ATOM" | "STRING"; value: string } | Token[] | null;

/** A longer one is a matter for a parser that knows how much is too much. */
const payloadMax = 16_384;
const depthMax = 20;

/** @returns null for what is not a FETCH answer, or not a plain one */
export function readQuickRow({ payload, literals = [] }: RawAnswer): FetchedRow | null {
  if (payload.length > payloadMax) return null;
  const text = payload.toString("latin1");
  const start = /^\* \d{1,10} FETCH \(/i.exec(text)?.[0].length;
  // What is not ASCII has an encoding, and NUL a meaning.
  if (start === undefined || !isPlain(text)) return null;
  try {
    return new Reader(text, start, [...literals]).row();
  } catch {
    // A BODYSTRUCTURE that imapflow cannot make sense of.
    return null;
  }
}

const isPlain = (text: string) => /^[\t\r\n\x20-\x7e]*$/.test(text);

class Reader {
  readonly #text: string;
  readonly #literals: Buffer[];
  #at: number;

  constructor(text: string, at: number, literals: Buffer[]) {
    this.#text = text;
    this.#at = at;
    this.#literals = literals;
  }

  row(): FetchedRow | null {
    const row: FetchedRow = {};
    for (;;) {
      if (!this.#item(row)) return null;
      const next = this.#text[this.#at];
      this.#at += 1;
      if (next === ")") return this.#at === this.#text.length && this.#literals.length === 0 ? row : null;
      if (next !== " ") return null;
    }
  }

  #item(row: FetchedRow): boolean {
    if (this.#text.startsWith("BODY[", this.#at)) return this.#headers(row);
    const name = this.#take(/[A-Z0-9.]{3,20} /y)?.trimEnd();
    switch (name) {
      case "UID": {
        const uid = Number(this.#take(/[1-9]\d{0,9}/y) ?? 0);
        row.uid = uid;
        return uid > 0;
      }
      case "RFC822.SIZE": {
        const size = this.#take(/\d{1,10}/y);
        row.size = Number(size);
        return size !== null;
      }
      case "FLAGS": {
        const list = this.#take(/\((?:[^\s()"{}%*[\]]+(?: [^\s()"{}%*[\]]+)*)?\)/y);
        row.flags = new Set(list?.slice(1, -1).split(" ").filter(Boolean));
        return list !== null;
      }
      case "INTERNALDATE": {
        const date = new Date(this.#take(/"[^"\\]{1,40}"/y)?.slice(1, -1) ?? "");
        row.internalDate = date;
        return !Number.isNaN(date.getTime());
      }
      case "MODSEQ": {
        const modseq = this.#take(/\(\d{1,19}\)/y)?.slice(1, -1);
        row.modseq = BigInt(modseq ?? 0);
        return modseq !== undefined;
      }
      case "BODYSTRUCTURE": {
        const quick = readQuickParts(this.#text, this.#at);
        if (quick) {
          this.#at = quick.end;
          row.parts = quick.parts;
          return true;
        }
        const list = this.#list(0);
        if (list) row.parts = messageParts(parseBodystructure(list));
        return list !== null;
      }
      default:
        return false;
    }
  }

  /** `BODY[HEADER.FIELDS (…)] {n}`, whose literal is the only one. */
  #headers(row: FetchedRow): boolean {
    const length = this.#take(/BODY\[HEADER\.FIELDS \([\w" -]*\)\] \{\d{1,9}\}\r\n/y)?.match(/\{(\d+)\}/)?.[1];
    const literal = this.#literals.shift();
    if (length === undefined || literal?.length !== Number(length)) return false;
    row.headers = literal;
    return true;
  }

  #list(depth: number): Token[] | null {
    if (depth > depthMax || this.#text[this.#at] !== "(") return null;
    this.#at += 1;
    const list: Token[] = [];
    for (;;) {
      const next = this.#text[this.#at];
      if (next === ")") {
        this.#at += 1;
        return list;
      }
      if (next === " ") this.#at += 1;
      else if (next === "(") {
        const inner = this.#list(depth + 1);
        if (!inner) return null;
        list.push(inner);
      } else {
        const token = this.#token();
        if (token === undefined) return null;
        list.push(token);
      }
    }
  }

  /** Undefined when it is neither a quoted string without escapes, nor a number, nor NIL. */
  #token(): Token | undefined {
    const quoted = this.#take(/"[^"\\\r\n]*"/y);
    if (quoted !== null) return { type: "STRING", value: quoted.slice(1, -1) };
    const atom = this.#take(/(?:NIL|\d{1,15})(?=[ )])/iy);
    if (atom === null) return undefined;
    return atom.toUpperCase() === "NIL" ? null : { type: "ATOM", value: atom };
  }

  #take(pattern: RegExp): string | null {
    const start = this.#at;
    pattern.lastIndex = start;
    if (!pattern.test(this.#text)) return null;
    this.#at = pattern.lastIndex;
    return this.#text.slice(start, this.#at);
  }
}
