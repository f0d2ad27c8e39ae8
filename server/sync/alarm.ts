/** Lets one loop sleep until a time, until something happens, or until it is to end. */
export class Alarm {
  readonly #signal: AbortSignal;
  readonly #handleAbort = () => this.ring();
  #isRung = false;
  #wake: (() => void) | null = null;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener("abort", this.#handleAbort, { once: true });
  }

  /** Lets go of the signal. */
  end(): void {
    this.#signal.removeEventListener("abort", this.#handleAbort);
  }

  /** Ends the sleep, or the next one when nobody sleeps now. */
  ring(): void {
    this.#isRung = true;
    this.#wake?.();
  }

  /** However short: other work of this thread gets its turn. */
  async sleep(ms: number): Promise<void> {
    if (!this.#isRung && !this.#signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.max(0, Math.min(ms, longestMs)));
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = null;
    }
    this.#isRung = false;
  }
}

/** A longer timer would go off at once. */
const longestMs = 2 ** 31 - 1;
