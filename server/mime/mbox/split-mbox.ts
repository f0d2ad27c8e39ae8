/**
 * Finds where the entries of an mbox file begin and end, in constant memory: no more than one entry is held, and of one that is larger than
 * allowed nothing. A line begins an entry when it is `From ` with a date, as its writers quote such lines within mails; where the file's
 * first has none, an empty line before it has to do. Writers that quote nothing but count (mboxcl2) are believed where the count of
 * the first entry is right, until one is wrong.
 */
import { fromLineMax, readFromLine } from "./read-from-line.ts";
import { contentLengthOf } from "./content-length.ts";

export type MboxSlice = {
  /** Of its From line, in the file. */
  offset: number;
  length: number;
  /** From line and all; null for one that is too large. */
  bytes: Buffer | null;
};

const lf = 0x0a;
const mark = Buffer.from("\nFrom ");

/** @param start offset of an entry, where `chunks` begin */
export async function* splitMbox(
  chunks: AsyncIterable<Uint8Array>,
  entryBytesMax: number,
  start = 0,
): AsyncGenerator<MboxSlice> {
  const splitter = new Splitter(entryBytesMax, start);
  for await (const chunk of chunks) yield* splitter.take(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  yield* splitter.end();
}

class Splitter {
  readonly #max: number;
  #offset: number;
  /** Of the open entry, without what `#rest` holds. */
  #parts: Buffer[] = [];
  #partsBytes = 0;
  #isTooLarge = false;
  /** Looked at again with what comes next. */
  #rest: Buffer = Buffer.alloc(0);
  #datesCount: boolean | null = null;
  /** Null until the first entry has shown it. */
  #lengthsCount: boolean | null = null;
  /** Where the open entry ends if its Content-Length is wrong, within it. */
  #doubted: number | null = null;
  /** Where it ends by its own Content-Length; undefined until that was looked at. */
  #told: number | null | undefined = undefined;

  constructor(max: number, offset: number) {
    this.#max = max;
    this.#offset = offset;
  }

  *take(chunk: Buffer): Generator<MboxSlice> {
    this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    yield* this.#split(false);
  }

  *end(): Generator<MboxSlice> {
    yield* this.#split(true);
    const end = this.#partsBytes + this.#rest.length;
    const isRight = this.#told != null && end >= this.#told && end <= this.#told + 2;
    if (this.#doubted !== null && !isRight) yield* this.#believeNoLength(true);
    this.#keep(this.#rest);
    this.#rest = Buffer.alloc(0);
    if (this.#partsBytes > 0) yield this.#close();
  }

  *#split(isLast: boolean): Generator<MboxSlice> {
    if (this.#datesCount === null && !this.#readFirst(isLast)) return;
    let from = 0;
    for (;;) {
      const at = this.#rest.indexOf(mark, from);
      if (at === -1) break;
      const lineEnd = this.#rest.indexOf(lf, at + 1);
      if (lineEnd === -1 && !isLast && this.#rest.length - at < fromLineMax) {
        this.#keepUpTo(at);
        return;
      }
      const line = this.#rest.toString("latin1", at + 1, lineEnd === -1 ? undefined : lineEnd);
      from = at + 1;
      if (!this.#isFromLine(line, at)) continue;
      const verdict = this.#verdictAt(at + 1);
      if (verdict === "doubt") continue;
      if (verdict === "lied") {
        yield* this.#believeNoLength(isLast);
        return;
      }
      this.#keep(this.#rest.subarray(0, at + 1));
      this.#rest = this.#rest.subarray(at + 1);
      from = 0;
      yield this.#close();
    }
    if (!isLast) this.#keepUpTo(Math.max(from, this.#rest.length - mark.length));
  }

  /** @returns whether the first line is there as a whole */
  #readFirst(isLast: boolean): boolean {
    const end = this.#rest.indexOf(lf);
    if (end === -1 && this.#rest.length < fromLineMax && !isLast) return false;
    this.#datesCount = readFromLine(this.#rest.toString("latin1", 0, end === -1 ? undefined : end)) !== undefined;
    return true;
  }

  #isFromLine(line: string, at: number): boolean {
    if (readFromLine(line)) return true;
    const before = this.#rest.toString("latin1", Math.max(0, at - 2), at);
    return this.#datesCount === false && /\n\r?$/.test(before);
  }

  /** What the entry's own length says of an end at this place of `#rest`. */
  #verdictAt(at: number): "end" | "doubt" | "lied" {
    if (this.#lengthsCount === false || this.#isTooLarge) return "end";
    const end = this.#partsBytes + at;
    const told = (this.#told ??= contentLengthOf(Buffer.concat([...this.#parts, this.#rest.subarray(0, at)])));
    const isRight = told !== null && end >= told && end <= told + 2;
    if (this.#lengthsCount === null && told === null) this.#lengthsCount = false;
    if (told === null || isRight) {
      if (isRight) this.#lengthsCount = true;
      this.#doubted = null;
      return "end";
    }
    if (end < told && told <= this.#max) {
      this.#doubted ??= end;
      return "doubt";
    }
    if (this.#doubted !== null) return "lied";
    this.#lengthsCount = false;
    return "end";
  }

  /** Reads again what was taken for one entry. */
  *#believeNoLength(isLast: boolean): Generator<MboxSlice> {
    this.#lengthsCount = false;
    this.#doubted = null;
    this.#told = undefined;
    this.#rest = Buffer.concat([...this.#parts, this.#rest]);
    this.#parts = [];
    this.#partsBytes = 0;
    yield* this.#split(isLast);
  }

  /** Two bytes more stay, which tell whether an empty line came before. */
  #keepUpTo(at: number): void {
    const end = Math.max(0, at - 2);
    this.#keep(this.#rest.subarray(0, end));
    this.#rest = Buffer.from(this.#rest.subarray(end));
  }

  #keep(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#partsBytes += bytes.length;
    if (this.#partsBytes > this.#max) this.#isTooLarge = true;
    if (this.#isTooLarge) this.#parts = [];
    else this.#parts.push(Buffer.from(bytes));
  }

  #close(): MboxSlice {
    const slice = {
      offset: this.#offset,
      length: this.#partsBytes,
      bytes: this.#isTooLarge ? null : Buffer.concat(this.#parts),
    };
    this.#offset += this.#partsBytes;
    this.#parts = [];
    this.#partsBytes = 0;
    this.#isTooLarge = false;
    this.#doubted = null;
    this.#told = undefined;
    return slice;
  }
}
