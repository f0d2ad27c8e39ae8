/**
 * What an account leaves alone for a while, because its server asked for it or its daily bytes run out. Everything that works for the
 * account asks here first: sync, watch and outbox alike.
 */
import type { HoldScope } from "#lib/contracts/vocabulary";
import { now } from "./clock.ts";

export type Hold = { scope: HoldScope; until: Date; code: string; detail: string };

type Listener = (accountId: number, hold: Hold) => void;

const stricter: Record<HoldScope, readonly HoldScope[]> = {
  bodies: ["bodies", "background", "fetches", "all"],
  background: ["background", "fetches", "all"],
  fetches: ["fetches", "all"],
  all: ["all"],
  sending: ["sending", "all"],
};

export class AccountHolds {
  readonly #holds = new Map<number, Map<HoldScope, Hold>>();
  readonly #listeners = new Set<Listener>();
  readonly #sources = new Set<(accountId: number) => readonly Hold[]>();

  /** Of one kind the later end counts: a second, shorter request does not undo the first. */
  set(accountId: number, hold: Hold): void {
    const own = this.#holds.get(accountId) ?? new Map<HoldScope, Hold>();
    this.#holds.set(accountId, own);
    const last = own.get(hold.scope);
    if (last && last.until >= hold.until) return;
    own.set(hold.scope, hold);
    for (const listener of this.#listeners) listener(accountId, hold);
  }

  /** What keeps the account from this at the moment: of all that do, what lasts longest. */
  of(accountId: number, scope: HoldScope): Hold | null {
    const at = now();
    let longest: Hold | null = null;
    const own = this.#holds.get(accountId)?.values().toArray() ?? [];
    for (const hold of [...own, ...[...this.#sources].flatMap((source) => source(accountId))]) {
      const counts = stricter[scope].includes(hold.scope) && hold.until > at;
      if (counts && (!longest || hold.until > longest.until)) longest = hold;
    }
    return longest;
  }

  /** Holds that follow from something else, e.g. from the bytes of the day. */
  addSource(source: (accountId: number) => readonly Hold[]): () => void {
    this.#sources.add(source);
    return () => this.#sources.delete(source);
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Milliseconds until a hold ends. */
export const leftOf = (hold: Hold) => Math.max(0, hold.until.getTime() - now().getTime());
