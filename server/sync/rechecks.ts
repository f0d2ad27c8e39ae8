import type { Hints } from "./hints.ts";

const rechecksMax = 3;

/** Exchange announces mail before it can be fetched: a folder that told of some and had none is looked at again, three times. */
export class Rechecks {
  readonly #firstMs: number;
  #count = 0;

  constructor(firstMs: number) {
    this.#firstMs = firstMs;
  }

  forget(): void {
    this.#count = 0;
  }

  /** @returns when, on the monotonic clock; never after the last */
  again(hints: Hints, path: string): number {
    if (this.#count >= rechecksMax) {
      this.#count = 0;
      return Infinity;
    }
    const waitMs = this.#firstMs * 1.7 ** this.#count;
    this.#count += 1;
    hints.hear({ kind: "exists", path, count: 0 });
    return performance.now() + waitMs;
  }
}
