/** At most three connections to one host are being made at once: a burst of logins looks like an attack. */
const concurrentMax = 3;

export class HostBudget {
  readonly #hosts = new Map<string, { busyCount: number; waiting: (() => void)[] }>();

  async run<T>(host: string, connect: () => Promise<T>): Promise<T> {
    const lane = this.#hosts.get(host) ?? { busyCount: 0, waiting: [] };
    this.#hosts.set(host, lane);
    if (lane.busyCount >= concurrentMax) await new Promise<void>((resolve) => lane.waiting.push(resolve));
    else lane.busyCount += 1;
    try {
      return await connect();
    } finally {
      // The place goes straight to the next in line, so nobody can slip in between.
      const next = lane.waiting.shift();
      if (next) next();
      else lane.busyCount -= 1;
    }
  }
}
