import { handedBuffer } from "./handed-buffer.ts";
import { singleton } from "./singleton.ts";

/** Live streams say so every 25 seconds, pages and scripts with each request. */
const absentAfterMs = 90_000;
const lookMs = 1000;

const lastSecond = 0;
const arrivalCount = 1;

/**
 * Whether anybody uses Postroom: when the last request or live stream was, which the web half shares with the engine.
 * Sync looks oftener while somebody looks at what it brings. Where no web half has handed it over, somebody always does.
 */
export const attendance = () => singleton("attendance", () => new Attendance(handedBuffer("attendance")));

class Attendance {
  /** Handed on to the engine's thread. */
  readonly buffer: SharedArrayBuffer;
  readonly #cells: Uint32Array;
  readonly #isHanded: boolean;

  constructor(handed: SharedArrayBuffer | null) {
    this.#isHanded = handed !== null;
    this.buffer = handed ?? new SharedArrayBuffer(2 * Uint32Array.BYTES_PER_ELEMENT);
    this.#cells = new Uint32Array(this.buffer);
    if (!handed) this.attend();
  }

  /** Somebody is here now. */
  attend(): void {
    if (this.#isSilent()) Atomics.add(this.#cells, arrivalCount, 1);
    Atomics.store(this.#cells, lastSecond, Date.now() / 1000);
  }

  get isAttended(): boolean {
    return !this.#isHanded || !this.#isSilent();
  }

  /** @returns how to stop listening */
  whenSomebodyComes(listener: () => void): () => void {
    let seen = Atomics.load(this.#cells, arrivalCount);
    const timer = setInterval(() => {
      const current = Atomics.load(this.#cells, arrivalCount);
      if (current !== seen) listener();
      seen = current;
    }, lookMs);
    timer.unref();
    return () => clearInterval(timer);
  }

  #isSilent(): boolean {
    return Date.now() - Atomics.load(this.#cells, lastSecond) * 1000 >= absentAfterMs;
  }
}
