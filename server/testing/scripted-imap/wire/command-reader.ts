/** Reading: bytes to commands, with literals of both kinds (RFC 3501 §4.3, RFC 7888). */

/** Text and literals by turns; the text is latin1 and does not hold the `{12}` that announced a literal. */
export type Segment = string | Buffer;

export class CommandReader {
  readonly #onCommand: (segments: Segment[]) => void;
  readonly #onContinue: () => void;
  #buffer: Buffer = Buffer.alloc(0);
  #segments: Segment[] = [];
  #literalLength: number | null = null;

  constructor(onCommand: (segments: Segment[]) => void, onContinue: () => void) {
    this.#onCommand = onCommand;
    this.#onContinue = onContinue;
  }

  push(chunk: Buffer): void {
    this.#buffer = this.#buffer.length > 0 ? Buffer.concat([this.#buffer, chunk]) : chunk;
    while (this.#literalLength === null ? this.#takeLine() : this.#takeLiteral(this.#literalLength));
  }

  #takeLine(): boolean {
    const end = this.#buffer.indexOf("\r\n");
    if (end === -1) return false;
    const line = this.#buffer.toString("latin1", 0, end);
    this.#buffer = this.#buffer.subarray(end + 2);
    const announced = /\{(\d+)(\+?)\}$/.exec(line);
    if (!announced) {
      this.#onCommand([...this.#segments.splice(0), line]);
      return true;
    }
    this.#segments.push(line.slice(0, announced.index));
    this.#literalLength = Number(announced[1]);
    if (announced[2] === "") this.#onContinue();
    return true;
  }

  #takeLiteral(length: number): boolean {
    if (this.#buffer.length < length) return false;
    this.#segments.push(Buffer.from(this.#buffer.subarray(0, length)));
    this.#buffer = this.#buffer.subarray(length);
    this.#literalLength = null;
    return true;
  }
}
