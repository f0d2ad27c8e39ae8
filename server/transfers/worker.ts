/** Transfers: exports, imports and copies that agents asked for, carried out in steps, one at a time for each account. */
import { hurryTransfers, openTransfers, waitingForAccount, type OpenTransfer } from "#db/queries/transfers/transfers";
import { now } from "../clock.ts";
import type { EnginePart } from "../engine-part.ts";
import { doorbell } from "../events/doorbell.ts";
import type { AccountSessions } from "../imap/account-sessions.ts";
import { log } from "../log.ts";
import { store } from "../store.ts";
import type { Performers } from "./job.ts";
import { runTransfer } from "./run-transfer.ts";
import { usualPerformers } from "./usual-performers.ts";

const logger = log("transfers");
/** A step that is under way when the engine stops gets this long to end; what it did not store is done again. */
const stopMs = 4000;
const lookMaxMs = 60_000;
/** At once, of all accounts: they share two cores with everything else. */
const runningMax = 3;

/** Works at every ring, and when the time of what waits has come. */
export function startTransfers(sessions: AccountSessions, performers: Performers = usualPerformers): EnginePart {
  const transfers = new Transfers(sessions, performers);
  return { stop: () => transfers.stop() };
}

type Running = { lane: string; work: Promise<void>; cancel: AbortController };

class Transfers {
  readonly #sessions: AccountSessions;
  readonly #performers: Performers;
  readonly #stopping = new AbortController();
  readonly #running = new Map<number, Running>();
  readonly #unlisten: (() => void)[];
  #timer: NodeJS.Timeout | null = null;
  #looking = Promise.resolve();
  #looksAgain = false;

  constructor(sessions: AccountSessions, performers: Performers) {
    this.#sessions = sessions;
    this.#performers = performers;
    this.#unlisten = [
      doorbell().listen(() => this.#wake()),
      sessions.onConnected((accountId) => this.#welcome(accountId)),
    ];
    this.#wake();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const unlisten of this.#unlisten) unlisten();
    if (this.#timer) clearTimeout(this.#timer);
    const { promise: patience, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, stopMs);
    await Promise.race([Promise.all([this.#looking, ...[...this.#running.values()].map((one) => one.work)]), patience]);
    clearTimeout(timer);
  }

  /** One look at a time: rings in between make one more. */
  #wake(): void {
    if (this.#looksAgain) return;
    this.#looksAgain = true;
    this.#looking = this.#looking
      .then(() => {
        this.#looksAgain = false;
        if (!this.#stopping.signal.aborted) this.#look();
      })
      .catch((error: unknown) => logger.error("Transfers could not be looked at.", { error }));
  }

  #look(): void {
    const open = openTransfers(store().read);
    const at = now().getTime();
    const isDue = ({ isWaiting, resumeAt }: OpenTransfer) =>
      !isWaiting || (resumeAt !== null && resumeAt.getTime() <= at);
    const ids = new Set(open.map((one) => one.id));
    for (const [transferId, { cancel }] of this.#running) if (!ids.has(transferId)) cancel.abort();
    for (const { id, accountId } of open.filter(isDue)) {
      const lane = accountId === null ? `transfer ${id}` : `account ${accountId}`;
      const isTaken = [...this.#running.values()].some((one) => one.lane === lane);
      if (!isTaken && !this.#running.has(id) && this.#running.size < runningMax) this.#start(id, lane);
    }
    const nextMs = Math.min(...open.flatMap(({ isWaiting, resumeAt }) => (isWaiting && resumeAt ? resumeAt.getTime() : []))); // prettier-ignore
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#wake(), Math.min(Math.max(nextMs - at, 100), lookMaxMs));
    this.#timer.unref();
  }

  #start(id: number, lane: string): void {
    const cancel = new AbortController();
    const signal = AbortSignal.any([this.#stopping.signal, cancel.signal]);
    const work = runTransfer(id, this.#sessions, this.#performers, signal)
      .catch((error: unknown) => logger.error("How a transfer ended was not stored.", { transferId: id, error }))
      .finally(() => {
        this.#running.delete(id);
        this.#wake();
      });
    this.#running.set(id, { lane, work, cancel });
  }

  /** Accounts come and go all day: nothing is written where nothing waits. */
  #welcome(accountId: number): void {
    const waiting = waitingForAccount(store().read, accountId);
    if (waiting.length === 0) return;
    void store()
      .write((tx) => hurryTransfers(tx, waiting, now()))
      .catch((error: unknown) => logger.error("What waited for an account could not be hurried.", { accountId, error }))
      .then(() => this.#wake());
  }
}
