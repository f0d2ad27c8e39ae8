import { singleton } from "../singleton.ts";

type Listener = () => void;

/**
 * Tells every thread of this process that the change log grew. It carries no data: who hears it reads the log, so a lost ring
 * costs a delay and nothing else.
 */
export const doorbell = () => singleton("doorbell", createDoorbell);

function createDoorbell() {
  const channel = new BroadcastChannel("postroom-doorbell");
  const listeners = new Set<Listener>();
  const tellAll = () => {
    for (const listener of listeners) listener();
  };
  channel.onmessage = tellAll;
  // An idle channel must not keep the process alive. Node's BroadcastChannel has unref; the DOM's type does not.
  if ("unref" in channel && typeof channel.unref === "function") channel.unref();

  return {
    ring(): void {
      channel.postMessage(null);
      tellAll();
    },
    listen(listener: Listener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Resolves at the next ring, at the latest after `limitMs`, or at once when `signal` is aborted. */
    next(limitMs: number, signal?: AbortSignal): Promise<void> {
      return new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          listeners.delete(done);
          signal?.removeEventListener("abort", done);
          resolve();
        };
        const timer = setTimeout(done, limitMs);
        listeners.add(done);
        if (signal?.aborted) done();
        else signal?.addEventListener("abort", done, { once: true });
      });
    },
    close(): void {
      channel.close();
      listeners.clear();
    },
  };
}
