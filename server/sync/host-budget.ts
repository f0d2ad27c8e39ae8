import PQueue from "p-queue";

/** At most three connections to one host are being made at once: a burst of logins looks like an attack. */
const concurrency = 3;

export type ConnectionPurpose = "command" | "watch";

/** Connections to be made, host by host: so many a second, and those first that an account cannot do without. */
export class HostBudget {
  readonly #loginsPerSecond: number;
  readonly #hosts = new Map<string, PQueue>();

  constructor(loginsPerSecond: number) {
    this.#loginsPerSecond = loginsPerSecond;
  }

  /** @param signal takes back what waits for its turn */
  async run<T>(host: string, purpose: ConnectionPurpose, connect: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const priority = purpose === "command" ? 1 : 0;
    return this.#queueOf(host).add(connect, { priority, ...(signal && { signal }) });
  }

  #queueOf(host: string): PQueue {
    let queue = this.#hosts.get(host);
    if (!queue) {
      queue = new PQueue({ concurrency, interval: 1000, intervalCap: this.#loginsPerSecond });
      this.#hosts.set(host, queue);
    }
    return queue;
  }
}
