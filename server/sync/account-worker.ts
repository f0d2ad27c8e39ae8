/**
 * One account's sync, from login to logout and over again: keeps the command connection, tells honestly how it stands, and waits the
 * right time after every kind of failure.
 */
import { accountById, type AccountRow } from "#db/queries/sync/accounts";
import { now } from "#server/clock";
import { ImapError } from "#server/imap/errors";
import type { ImapSession } from "#server/imap/session";
import { log } from "#server/log";
import { store } from "#server/store";
import { AccountStateKeeper } from "./account-state.ts";
import { Alarm } from "./alarm.ts";
import { Backoff, failureClass } from "./backoff.ts";
import { Connected } from "./connected.ts";
import { noteProblem } from "./note-problem.ts";
import { HearingCheck } from "./hearing-check.ts";
import { openConnection } from "./open-connection.ts";
import { problemOf } from "./problem-words.ts";
import { WindowUnreadable } from "./read-window.ts";
import { freshLabelMemory, type FolderMemory } from "./sync-context.ts";
import { endOfSession } from "./token-problem.ts";
import type { WorkerOptions } from "./worker-options.ts";

const logger = log("sync");

export class AccountWorker {
  readonly #accountId: number;
  readonly #options: WorkerOptions;
  readonly #ending = new AbortController();
  readonly #alarm = new Alarm(this.#ending.signal);
  readonly #backoff: Backoff;
  readonly #state: AccountStateKeeper;
  readonly #memory = new Map<number, FolderMemory>();
  readonly #labels = freshLabelMemory();
  readonly #hearing = new HearingCheck();
  #session: ImapSession | null = null;
  #connected: Connected | null = null;
  #running: Promise<void> | null = null;

  constructor(accountId: number, options: WorkerOptions) {
    this.#accountId = accountId;
    this.#options = options;
    this.#backoff = new Backoff(options.timing);
    this.#state = new AccountStateKeeper(accountId);
  }

  start(delayMs: number): void {
    this.#running ??= this.#run(delayMs).catch((error: unknown) => {
      logger.error("An account's sync has ended by a fault.", { accountId: this.#accountId, error });
    });
  }

  /** Looks at the whole account now, whatever it waits for. */
  wake(): void {
    this.#backoff.reset();
    this.#state.forget();
    this.#connected?.lookAgain();
    this.#alarm.ring();
  }

  /** Ends after the commit at hand, with LOGOUT; after the limit without a word. */
  async stop(): Promise<void> {
    this.#ending.abort();
    const limit = setTimeout(() => this.#session?.destroy(), this.#options.timing.stopMs);
    await this.#running;
    clearTimeout(limit);
  }

  async #run(delayMs: number): Promise<void> {
    await this.#alarm.sleep(delayMs);
    while (!this.#ending.signal.aborted) {
      const account = await accountById(store().read, this.#accountId);
      if (!account || account.state === "paused") return;
      const startedAt = performance.now();
      try {
        await this.#connectAndSync(account);
      } catch (error) {
        if (this.#ending.signal.aborted) return;
        await this.#waitAfter(error, performance.now() - startedAt);
      }
    }
  }

  async #connectAndSync(account: AccountRow): Promise<void> {
    const { sessions, budget, timing } = this.#options;
    if (account.state === "connecting" || this.#backoff.isFresh) await this.#state.set("connecting");
    const session = await this.#patiently(account, () =>
      openConnection(account, "command", budget, this.#ending.signal),
    );
    this.#session = session;
    if (this.#ending.signal.aborted) return session.logout();
    sessions.attach(account.id, session);
    this.#connected = new Connected({
      account, session, sessions, budget, timing, memory: this.#memory, labels: this.#labels, hearing: this.#hearing, state: this.#state, signal: this.#ending.signal,
    }); // prettier-ignore
    try {
      await this.#connected.run();
    } catch (error) {
      throw await endOfSession(account, error);
    } finally {
      await this.#connected.end();
      this.#connected = null;
      this.#session = null;
      sessions.detach(account.id);
      await session.logout();
    }
  }

  /** An account that was live and takes its time to come back is not live. */
  async #patiently<T>(account: AccountRow, connect: () => Promise<T>): Promise<T> {
    if (account.state !== "live" && account.state !== "syncing") return connect();
    const patience = setTimeout(() => {
      this.#state.set("connecting").catch((error: unknown) => {
        logger.error("An account's state was not noted.", { accountId: account.id, error });
      });
    }, this.#options.timing.blipMs);
    try {
      return await connect();
    } finally {
      clearTimeout(patience);
    }
  }

  async #waitAfter(error: unknown, livedMs: number): Promise<void> {
    if (!(await accountById(store().read, this.#accountId))) return this.#ending.abort();
    this.#backoff.connectionEnded(livedMs);
    if (error instanceof WindowUnreadable) return this.#alarm.sleep(this.#options.timing.bisectRetryMs);
    await noteProblem(this.#accountId, null, error);
    const problem = error instanceof ImapError ? error : null;
    const failure = failureClass(problem?.kind ?? "network");
    const waitMs = this.#backoff.next(failure, problem?.retryAfterMs ?? null);
    const fields = { accountId: this.#accountId, failure, waitMs, error };
    if (problem) logger.info("An account's connection ended.", fields);
    else logger.error("An account's sync broke off.", fields);
    if (waitMs > 0) {
      const needsPerson = failure === "settings" || this.#backoff.isLoginWrong;
      const retryAt = new Date(now().getTime() + waitMs);
      await this.#state.set(needsPerson ? "needs-attention" : "waiting", problemOf(error), retryAt);
    }
    await this.#alarm.sleep(waitMs);
  }
}
