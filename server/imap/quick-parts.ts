/**
 * The leaves of a plain BODYSTRUCTURE, straight from its text (RFC 3501 §7.4.2): no tree is made that would be thrown away for each
 * message of a first sync. As in `quick-row.ts`, whatever is not plain is left to imapflow.
 */
import type { MessagePart } from "#lib/contracts/message-part";

const depthMax = 20;

/** @returns null for what is not plain; `end` is behind its last bracket */
export function readQuickParts(text: string, start: number): { parts: MessagePart[]; end: number } | null {
  const reader = new Reader(text, start);
  return reader.node("", 0) ? { parts: reader.parts, end: reader.at } : null;
}

/** The parameters that a leaf is known by. */
type Parameters = { charset?: string; name?: string; filename?: string };

class Reader {
  readonly parts: MessagePart[] = [];
  readonly #text: string;
  at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  /** @param path its part number, which the outermost has none of */
  node(path: string, depth: number): boolean {
    if (depth > depthMax || !this.#skip("(")) return false;
    if (this.#text[this.at] !== "(") return this.#leaf(path);
    for (let number = 1; this.#text[this.at] === "("; number += 1) {
      if (!this.node(path === "" ? `${number}` : `${path}.${number}`, depth + 1)) return false;
    }
    return this.#skip(" ") && this.#quoted() !== null && this.#rest(depth);
  }

  #leaf(path: string): boolean {
    const type = this.#quoted();
    const subtype = this.#next(() => this.#quoted());
    const parameters = this.#next(() => this.#parameters());
    const id = this.#next(() => this.#nstring());
    const description = this.#next(() => this.#nstring());
    const encoding = this.#next(() => this.#nstring());
    const sizeBytes = this.#next(() => this.#number());
    if (!type || !subtype || !parameters || id === null || description === null) return false;
    if (encoding === null || sizeBytes === null) return false;
    const contentType = `${type}/${subtype}`.toLowerCase();
    // What it holds, and what of it may be missing, is for a parser that knows the servers which write it wrongly.
    if (contentType === "message/rfc822") return false;
    if (contentType.startsWith("text/") && this.#next(() => this.#number()) === null) return false;
    const told = this.#disposition();
    if (!told) return false;
    this.parts.push({
      part: path || "1",
      contentType,
      charset: (parameters.charset ?? "").toLowerCase(),
      encoding: encoding.toLowerCase(),
      sizeBytes,
      filename: told.filename ?? parameters.name ?? "",
      contentId: id.replaceAll(/^<|>$/g, ""),
      disposition: told.disposition,
    });
    return this.#rest(0);
  }

  /** With the MD5 before it; either may be left out. */
  #disposition(): { disposition: MessagePart["disposition"]; filename?: string } | null {
    if (this.#text[this.at] === ")") return { disposition: "" };
    if (this.#next(() => this.#nstring()) === null) return null;
    if (this.#text[this.at] === ")") return { disposition: "" };
    if (!this.#skip(" ")) return null;
    if (this.#skipNil()) return { disposition: "" };
    const name = this.#skip("(") ? this.#quoted()?.toLowerCase() : undefined;
    const parameters = this.#next(() => this.#parameters());
    if (!name || !parameters || !this.#skip(")")) return null;
    // An unknown disposition is to be treated as an attachment (RFC 2183 §2.8).
    return { ...parameters, disposition: name === "inline" ? "inline" : "attachment" };
  }

  #parameters(): Parameters | null {
    const found: Parameters = {};
    if (this.#skipNil()) return found;
    if (!this.#skip("(")) return null;
    do {
      const name = this.#quoted()?.toLowerCase();
      const value = this.#next(() => this.#quoted());
      // Continuations and charsets (RFC 2231), and encoded words where none belong.
      if (!name || value === null || name.includes("*") || value.includes("=?")) return null;
      if (name === "charset" || name === "name") found[name] = value;
      else if (name === "filename") {
        if (value.includes("'")) return null;
        found.filename = value;
      }
    } while (this.#skip(" "));
    return this.#skip(")") ? found : null;
  }

  /** Whatever else is told, up to the bracket that ends it. */
  #rest(depth: number): boolean {
    while (this.#skip(" ")) if (!this.#value(depth)) return false;
    return this.#skip(")");
  }

  #value(depth: number): boolean {
    if (this.#text[this.at] !== "(") return this.#nstring() !== null || this.#number() !== null;
    if (depth > depthMax) return false;
    this.at += 1;
    return this.#value(depth + 1) && this.#rest(depth + 1);
  }

  #next<T>(read: () => T | null): T | null {
    return this.#skip(" ") ? read() : null;
  }

  #skip(character: string): boolean {
    if (this.#text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  #skipNil(): boolean {
    if (this.#text.slice(this.at, this.at + 3).toUpperCase() !== "NIL") return false;
    this.at += 3;
    return true;
  }

  #nstring(): string | null {
    return this.#quoted() ?? (this.#skipNil() ? "" : null);
  }

  #number(): number | null {
    digits.lastIndex = this.at;
    if (!digits.test(this.#text)) return null;
    const number = Number(this.#text.slice(this.at, digits.lastIndex));
    this.at = digits.lastIndex;
    return number;
  }

  /** Without anything that would have to be unescaped. */
  #quoted(): string | null {
    if (this.#text[this.at] !== '"') return null;
    const end = this.#text.indexOf('"', this.at + 1);
    if (end < 0) return null;
    const value = this.#text.slice(this.at + 1, end);
    if (value.includes("\\") || value.includes("\n") || value.includes("\r")) return null;
    this.at = end + 1;
    return value;
  }
}

const digits = /\d{1,15}(?=[ )])/y;
