/** Lets so many commands to one host be under way at once: who is most urgent first, and among equals the account served longest ago. */
type Waiting = { accountId: number; priority: () => number; enter: () => void };

/** What nobody waits for leaves so much of the room free. */
const backgroundShare = 0.75;
const background = 3;

/** When nobody has come out for so long although others wait. */
const stallMs = 15_000;

export class FairGate {
  readonly #max: number;
  readonly #onStall: () => void;
  readonly #waiting: Waiting[] = [];
  readonly #servedAt = new Map<number, number>();
  #inside = 0;
  #insideBackground = 0;
  #turn = 0;
  #stall: NodeJS.Timeout | null = null;

  /** @param onStall called while nobody comes out although others wait, from time to time */
  constructor(max: number, onStall: () => void = () => undefined) {
    this.#max = max;
    this.#onStall = onStall;
  }

  /**
   * @param priority asked again while it waits: something more urgent may have come for the account
   * @returns to be called at the end
   */
  async enter(accountId: number, priority: () => number): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const waiting = { accountId, priority, enter: resolve };
    this.#waiting.push(waiting);
    let isBackground = false;
    waiting.enter = () => {
      isBackground = priority() >= background;
      this.#inside += 1;
      if (isBackground) this.#insideBackground += 1;
      this.#servedAt.set(accountId, (this.#turn += 1));
      resolve();
    };
    this.#admit();
    this.#watchStall();
    await promise;
    return () => {
      this.#inside -= 1;
      if (isBackground) this.#insideBackground -= 1;
      this.#admit();
      this.#endStall();
      this.#watchStall();
    };
  }

  #watchStall(): void {
    if (this.#waiting.length === 0) return;
    this.#stall ??= setTimeout(() => {
      this.#endStall();
      this.#onStall();
      this.#watchStall();
    }, stallMs).unref();
  }

  #endStall(): void {
    if (this.#stall) clearTimeout(this.#stall);
    this.#stall = null;
  }

  #admit(): void {
    while (this.#inside < this.#max) {
      const next = this.#next();
      if (!next) return;
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      next.enter();
    }
  }

  #next(): Waiting | null {
    const isFull = this.#insideBackground >= Math.max(1, Math.floor(this.#max * backgroundShare));
    let best: Waiting | null = null;
    let bestPriority = Infinity;
    for (const one of this.#waiting) {
      const priority = one.priority();
      if (priority >= background && isFull) continue;
      const isEarlier = best !== null && this.#lastTurn(one) < this.#lastTurn(best);
      if (best && (priority > bestPriority || (priority === bestPriority && !isEarlier))) continue;
      best = one;
      bestPriority = priority;
    }
    return best;
  }

  #lastTurn({ accountId }: Waiting): number {
    return this.#servedAt.get(accountId) ?? 0;
  }
}
