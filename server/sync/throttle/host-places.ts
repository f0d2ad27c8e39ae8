/**
 * The connections that one host has room for, and who has them. While all accounts fit, each keeps its own and may have a second one to
 * watch with. When they do not, those who came first keep theirs, and the others share the rest in turn: oldest contact first.
 */
export type PlacePurpose = "command" | "turn" | "watch";

export type Wish = {
  accountId: number;
  purpose: PlacePurpose;
  /** A person waits for this account. */
  isUrgent: boolean;
  /** When the account was last in contact with its server; lower is older. */
  contactAt: number;
  /** Asked to give the place back soon. */
  onRecall: () => void;
};

export type Place = { release(): void };

type Held = Wish & { place: Place; isRecalled: boolean };
type Waiting = Wish & { grant: (place: Place) => void };

/** One place that is shared serves so many accounts. */
const accountsAPlace = 20;
const refusalMs = 15 * 60_000;

export class HostPlaces {
  readonly #members = new Set<number>();
  readonly #keepers = new Set<number>();
  readonly #held = new Set<Held>();
  #waiting: Waiting[] = [];
  #limit = Infinity;
  #learned = { limit: Infinity, until: -Infinity };

  /** How many connections are known to be allowed; the lowest word counts. */
  allow(limit: number | null): void {
    if (limit === null || limit >= this.#limit) return;
    this.#limit = limit;
    this.#settle();
  }

  get max(): number {
    return this.#learned.until > performance.now() ? Math.min(this.#limit, this.#learned.limit) : this.#limit;
  }

  get memberCount(): number {
    return this.#members.size;
  }

  join(accountId: number): void {
    this.#members.add(accountId);
    this.#settle();
  }

  leave(accountId: number): void {
    this.#members.delete(accountId);
    this.#keepers.delete(accountId);
    this.#settle();
  }

  isKeeper(accountId: number): boolean {
    return this.#keepers.has(accountId);
  }

  /** The host turned us away although nothing was known against it: for a while, no more than what is up now. */
  refused(): void {
    this.#learned = { limit: Math.max(1, this.#held.size), until: performance.now() + refusalMs };
    setTimeout(() => this.#settle(), refusalMs).unref();
    this.#settle();
  }

  /** Waits for a place. @throws when the signal is aborted first */
  ask(wish: Wish, signal: AbortSignal): Promise<Place> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new Error("Nobody waits for this connection any more."));
      const waiting: Waiting = {
        ...wish,
        grant: (place) => {
          signal.removeEventListener("abort", handleAbort);
          resolve(place);
        },
      };
      const handleAbort = () => {
        this.#waiting = this.#waiting.filter((one) => one !== waiting);
        reject(new Error("Nobody waits for this connection any more."));
      };
      signal.addEventListener("abort", handleAbort, { once: true });
      this.#waiting.push(waiting);
      this.#grant();
    });
  }

  /** Who keeps a connection: as many of those who came first as leave enough places for the others' turns. */
  #settle(): void {
    const overCount = this.#members.size - this.max;
    const shared = overCount <= 0 ? 0 : Math.min(this.max, Math.max(1, Math.ceil(overCount / accountsAPlace)));
    const keptMax = overCount <= 0 ? this.#members.size : this.max - shared;
    for (const accountId of [...this.#keepers].toReversed()) {
      if (this.#keepers.size <= keptMax) break;
      this.#keepers.delete(accountId);
      this.#recall((held) => held.accountId === accountId && held.purpose === "command");
    }
    for (const accountId of this.#members) {
      if (this.#keepers.size >= keptMax) break;
      this.#keepers.add(accountId);
    }
    this.#grant();
  }

  #grant(): void {
    const waiting = this.#waiting.sort(byUrgency);
    this.#waiting = [];
    for (const wish of waiting) {
      if (this.#isFree(wish)) this.#hold(wish);
      else this.#waiting.push(wish);
    }
    // Watching is a comfort: it gives way to those who have no connection at all.
    const isNeeded = this.#waiting.some(({ purpose }) => purpose !== "watch");
    if (isNeeded && this.#held.size >= this.max) this.#recall(({ purpose }) => purpose === "watch", 1);
  }

  #isFree({ purpose }: Wish): boolean {
    const free = this.max - this.#held.size;
    if (purpose !== "watch") return free > 0;
    const up = new Set([...this.#held].flatMap((held) => (held.purpose === "watch" ? [] : held.accountId)));
    return free > this.#members.size - up.size;
  }

  #hold({ grant, ...wish }: Waiting): void {
    const place: Place = {
      release: () => {
        if (this.#held.delete(held)) this.#grant();
      },
    };
    const held: Held = { ...wish, place, isRecalled: false };
    this.#held.add(held);
    grant(place);
  }

  #recall(which: (held: Held) => boolean, countMax = Infinity): void {
    const chosen = [...this.#held].filter((held) => which(held) && !held.isRecalled).toReversed();
    for (const held of chosen.slice(0, countMax)) {
      held.isRecalled = true;
      held.onRecall();
    }
  }
}

const ranks: Record<PlacePurpose, number> = { command: 0, turn: 0, watch: 1 };

function byUrgency(a: Wish, b: Wish): number {
  return Number(b.isUrgent) - Number(a.isUrgent) || ranks[a.purpose] - ranks[b.purpose] || a.contactAt - b.contactAt;
}
