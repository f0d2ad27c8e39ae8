import type { Segment } from "./command-reader.ts";

/** `bytes` when it came as a literal. A section stays part of its atom: `BODY.PEEK[HEADER.FIELDS (To)]<0.9>`. */
export type Arg =
  { kind: "atom"; text: string } | { kind: "string"; text: string; bytes?: Buffer } | { kind: "list"; items: Arg[] };

export type Request = {
  tag: string;
  /** Upper case; `UID` stands before those that have it, e.g. `UID FETCH`. */
  command: string;
  args: Arg[];
  /** Without the tag, literals shown as their length. */
  line: string;
};

export function parseCommand(segments: Segment[]): Request {
  const args = new ArgParser(segments).parse();
  const [tag, name, ...rest] = args;
  if (tag?.kind !== "atom" || name?.kind !== "atom") throw new SyntaxError("A tag and a command were expected.");
  const command = name.text.toUpperCase();
  const line = segments.map((part) => (typeof part === "string" ? part : `{${part.length}}`)).join("");
  const request = { tag: tag.text, line: line.slice(tag.text.length + 1) };
  const [verb] = rest;
  if (command !== "UID" || verb?.kind !== "atom") return { ...request, command, args: rest };
  return { ...request, command: `UID ${verb.text.toUpperCase()}`, args: rest.slice(1) };
}

export const textOf = (arg: Arg | undefined): string => (arg && arg.kind !== "list" ? arg.text : "");

export const itemsOf = (arg: Arg | undefined): Arg[] => (arg?.kind === "list" ? arg.items : []);

class ArgParser {
  readonly #segments: Segment[];
  #segment = 0;
  #at = 0;

  constructor(segments: Segment[]) {
    this.#segments = segments;
  }

  parse(): Arg[] {
    const args: Arg[] = [];
    for (let arg = this.#next(); arg; arg = this.#next()) args.push(arg);
    return args;
  }

  #next(): Arg | null {
    while (this.#peek() === " ") this.#at += 1;
    const segment = this.#segments[this.#segment];
    if (Buffer.isBuffer(segment)) return this.#literal(segment);
    const character = this.#peek();
    if (character === "") {
      if (this.#segment + 1 >= this.#segments.length) return null;
      this.#segment += 1;
      this.#at = 0;
      return this.#next();
    }
    if (character === ")") return null;
    if (character === "(") return this.#list();
    return character === '"' ? this.#quoted() : this.#atom();
  }

  #peek(): string {
    const segment = this.#segments[this.#segment];
    return typeof segment === "string" ? segment.charAt(this.#at) : "";
  }

  #take(): string {
    const character = this.#peek();
    if (character === "") throw new SyntaxError("The command ends too early.");
    this.#at += 1;
    return character;
  }

  #literal(bytes: Buffer): Arg {
    this.#segment += 1;
    this.#at = 0;
    return { kind: "string", text: bytes.toString("latin1"), bytes };
  }

  #list(): Arg {
    this.#take();
    const items: Arg[] = [];
    for (let item = this.#next(); item; item = this.#next()) items.push(item);
    if (this.#take() !== ")") throw new SyntaxError("A list is not closed.");
    return { kind: "list", items };
  }

  #quoted(): Arg {
    this.#take();
    let text = "";
    for (let character = this.#take(); character !== '"'; character = this.#take()) {
      text += character === "\\" ? this.#take() : character;
    }
    return { kind: "string", text };
  }

  #atom(): Arg {
    let text = "";
    let depth = 0;
    for (let character = this.#peek(); character !== ""; character = this.#peek()) {
      if (depth === 0 && " ()".includes(character)) break;
      if (character === "[") depth += 1;
      if (character === "]") depth -= 1;
      text += this.#take();
    }
    return { kind: "atom", text };
  }
}
