import { handedBuffer } from "./handed-buffer.ts";
import { singleton } from "./singleton.ts";

/**
 * How many threads of this process are waiting for the store's write lock: one number that all of them share, handed from the web half
 * to the engine and on to the recorder. Whoever has much to write and no hurry lets them go first.
 */
export const waitingWriters = (): Int32Array =>
  singleton(
    "waiting-writers",
    () => new Int32Array(handedBuffer("waitingWriters") ?? new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
  );
