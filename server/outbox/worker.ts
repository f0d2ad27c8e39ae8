/** The outbox: carries out on the servers what was granted here, and fetches what somebody wants to read. */
import { setTimeout as sleep } from "node:timers/promises";
import { lastMessageId } from "#db/queries/outbox/bodies";
import { accountsWithDueOperations, nextDueAt } from "#db/queries/outbox/due-operations";
import { hurryOperations } from "#db/queries/outbox/settle-operations";
import { recoverOperations } from "#db/queries/outbox/recover-operations";
import { whoseSends } from "#db/queries/outbox/outbox-sends";
import { operationKinds, type OperationKind } from "#lib/contracts/vocabulary";
import { now } from "../clock.ts";
import type { EnginePart } from "../engine-part.ts";
import { commit } from "../events/commit.ts";
import { doorbell } from "../events/doorbell.ts";
import type { AccountSessions } from "../imap/account-sessions.ts";
import { log } from "../log.ts";
import { store } from "../store.ts";
import { laneKinds, laneOf, runLane, type LaneName } from "./account-lane.ts";
import { noFailpoint, type Failpoint } from "./failpoint.ts";
import { BodyPrefetch } from "./prefetch-bodies.ts";
import { tellSend } from "./tell.ts";

const logger = log("outbox");
/** What is under way when the engine stops gets this long to end. */
const stopMs = 8000;
const laneRestMs = 5000;
const lookMaxMs = 60_000;
const lookBackMs = 100;

type Options = { failpoint?: Failpoint; prefetch?: boolean; sentLooksMs?: readonly number[] };
/** So that it is looked 0, 1, 2 and 4 seconds after the mail was taken. */
const usualSentLooksMs = [1000, 1000, 2000];

/** Works at every ring, whenever an account is connected, and when the next operation's time comes. */
export function startOutbox(sessions: AccountSessions, options: Options = {}): EnginePart {
  const outbox = new Outbox(sessions, options);
  return { stop: () => outbox.stop() };
}

class Outbox {
  readonly #sessions: AccountSessions;
  readonly #failpoint: Failpoint;
  readonly #sentLooksMs: readonly number[];
  readonly #withPrefetch: boolean;
  readonly #stopping = new AbortController();
  /** Running work by name; `again` when there is more since it last looked. */
  readonly #running = new Map<string, { work: Promise<void>; again: boolean }>();
  readonly #prefetches = new Map<number, BodyPrefetch>();
  readonly #unlisten: (() => void)[];
  readonly #ready: Promise<void>;
  #timer: NodeJS.Timeout | null = null;
  #isLooking = false;
  #looksAgain = false;

  constructor(
    sessions: AccountSessions,
    { failpoint = noFailpoint, prefetch = true, sentLooksMs = usualSentLooksMs }: Options,
  ) {
    this.#sessions = sessions;
    this.#failpoint = failpoint;
    this.#sentLooksMs = sentLooksMs;
    this.#withPrefetch = prefetch;
    this.#ready = recover(operationKinds, null).catch((error: unknown) => {
      logger.error("What was under way could not be taken up.", { error });
    });
    this.#unlisten = [
      doorbell().listen(() => void this.#look()),
      sessions.onConnected((accountId) => this.#welcome(accountId)),
    ];
    void this.#look();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const unlisten of this.#unlisten) unlisten();
    if (this.#timer) clearTimeout(this.#timer);
    const running = [...this.#running.values()].map(({ work }) => work);
    const { promise: patience, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, stopMs);
    await Promise.race([Promise.all([this.#ready, ...running]), patience]);
    clearTimeout(timer);
  }

  #welcome(accountId: number): void {
    if (this.#withPrefetch) this.#prefetches.set(accountId, new BodyPrefetch(accountId, this.#sessions));
    const kinds = [...laneKinds.acts, ...laneKinds.fetches, ...laneKinds.sources];
    void store()
      .write(async (tx) => hurryOperations(tx, accountId, kinds, now()))
      .catch((error: unknown) => logger.error("What waited for an account could not be hurried.", { accountId, error }))
      .then(() => this.#look());
  }

  /** Starts what is due, and sets the clock for what comes next. One look at a time: rings in between make one more. */
  async #look(): Promise<void> {
    this.#looksAgain = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    await this.#ready;
    while (this.#looksAgain && !this.#stopping.signal.aborted) {
      this.#looksAgain = false;
      this.#startDue();
      this.#setClock();
      // Rings of one commit come together.
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#isLooking = false;
  }

  #startDue(): void {
    const due = accountsWithDueOperations(store().read, now());
    const lanes = new Set(due.map(({ accountId, kind }) => `${accountId}:${laneOf(kind)}`));
    for (const lane of lanes) {
      const [accountId, name] = lane.split(":");
      this.#start(lane, () => this.#runLane(Number(accountId), laneNamed(name)));
    }
    const lastId = lastMessageId(store().read);
    for (const [accountId, prefetch] of this.#prefetches) {
      if (prefetch.isDone(lastId) || !this.#sessions.isConnected(accountId)) continue;
      this.#start(`${accountId}:prefetch`, () => prefetch.run(this.#stopping.signal));
    }
  }

  #start(name: string, run: () => Promise<void>): void {
    const running = this.#running.get(name);
    if (running) {
      running.again = true;
      return;
    }
    const entry = { work: Promise.resolve(), again: true };
    this.#running.set(name, entry);
    entry.work = (async () => {
      while (entry.again && !this.#stopping.signal.aborted) {
        entry.again = false;
        await run().catch((error: unknown) => logger.error("A lane of the outbox failed.", { lane: name, error }));
      }
      this.#running.delete(name);
      // It may have put something off.
      if (!this.#stopping.signal.aborted) this.#setClock();
    })();
  }

  async #runLane(accountId: number, lane: LaneName): Promise<void> {
    const base = { sessions: this.#sessions, failpoint: this.#failpoint, sentLooksMs: this.#sentLooksMs, signal: this.#stopping.signal }; // prettier-ignore
    try {
      await runLane(accountId, lane, base);
    } catch (error) {
      // Even the failure could not be written down, as on a full disk: taken up like after a crash, a little later.
      await rest(laneRestMs, this.#stopping.signal);
      if (!this.#stopping.signal.aborted) await recover(laneKinds[lane], accountId);
      throw error;
    }
  }

  #setClock(): void {
    if (this.#timer) clearTimeout(this.#timer);
    // A little back: what became due while the last look was under way must not wait for the next ring.
    const next = nextDueAt(store().read, new Date(now().getTime() - lookBackMs));
    const delayMs = next ? Math.min(Math.max(next.getTime() - now().getTime(), 0) + 1, lookMaxMs) : lookMaxMs;
    this.#timer = setTimeout(() => void this.#look(), delayMs);
    this.#timer.unref();
  }
}

async function recover(kinds: readonly OperationKind[], accountId: number | null): Promise<void> {
  await commit(async (tx, changed) => {
    const doubted = recoverOperations(tx, kinds, accountId);
    for (const send of await whoseSends(tx, doubted)) tellSend(changed, send);
  });
}

function laneNamed(name: string | undefined): LaneName {
  return name === "sends" || name === "fetches" || name === "sources" ? name : "acts";
}

/** Ends early, without a word, when everything is to stop. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
