/**
 * One account's sync, from login to logout and over again: keeps the command connection, tells honestly how it stands, and waits the
 * right time after every kind of failure.
 */
import { accountById, type AccountRow } from "#db/queries/sync/accounts";
import { profileOfAccount } from "#lib/providers/find-profile";
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
import { folderModeProblems, problemOf } from "./problem-words.ts";
import { WindowUnreadable } from "./read-window.ts";
import { freshLabelMemory, type FolderMemory } from "./sync-context.ts";
import type { Seat } from "./throttle/connection-budget.ts";
import { Doubt } from "./throttle/doubt.ts";
import { trafficMeter } from "./throttle/traffic-meter.ts";
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
  readonly #doubt: Doubt;
  /** Between two turns on a connection that it shares. */
  readonly #turns: { endedAt: number; isWaiting: boolean; isWanted: boolean } = {
    endedAt: -Infinity, isWaiting: false, isWanted: false,
  }; // prettier-ignore
  #session: ImapSession | null = null;
  #connected: Connected | null = null;
  #running: Promise<void> | null = null;

  constructor(accountId: number, options: WorkerOptions) {
    this.#accountId = accountId;
    this.#options = options;
    this.#backoff = new Backoff(options.timing);
    this.#doubt = new Doubt(options.timing.doubtMs);
    this.#state = new AccountStateKeeper(accountId);
  }

  start(delayMs: number): void {
    this.#running ??= this.#run(delayMs).catch((error: unknown) => {
      logger.error("An account's sync has ended by a fault.", { accountId: this.#accountId, error });
    });
  }

  /** Looks at the account's server now, whatever it waits for. */
  look(isChanged: boolean): void {
    if (isChanged) this.#state.forget();
    this.#backoff.reset();
    this.#connected?.lookAgain(isChanged);
    this.#turns.isWanted = true;
    this.#alarm.ring();
  }

  /** Somebody waits for what only the server has: the next turn is this account's. */
  wanted(): void {
    if (!this.#turns.isWaiting) return;
    this.#turns.isWanted = true;
    this.#alarm.ring();
  }

  /** The server asked for something on whatever connection, or somebody is here again. */
  lookAround(): void {
    this.#connected?.lookAround();
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
    const first = await accountById(store().read, this.#accountId);
    if (!first || this.#ending.signal.aborted) return;
    const seat = await this.#options.budget.join(first);
    try {
      await this.#keepSynced(seat);
    } finally {
      seat.leave();
    }
  }

  async #keepSynced(seat: Seat): Promise<void> {
    while (!this.#ending.signal.aborted) {
      if (!seat.isKept) await this.#untilTurn(seat);
      const account = await accountById(store().read, this.#accountId);
      if (!account || account.state === "paused") return;
      const startedAt = performance.now();
      try {
        await this.#connectAndSync(account, seat);
      } catch (error) {
        if (this.#ending.signal.aborted) return;
        await this.#waitAfter(account, error, performance.now() - startedAt);
      }
    }
  }

  /** Until the account's turn is due, or somebody waits for it. */
  async #untilTurn(seat: Seat): Promise<void> {
    const { turnEveryMs } = this.#options.timing;
    trafficMeter().sit(this.#accountId, "turns");
    this.#turns.isWaiting = true;
    while (!this.#ending.signal.aborted && !this.#turns.isWanted && !seat.isKept) {
      const leftMs = this.#turns.endedAt + seat.turnEveryMs(turnEveryMs) - performance.now();
      if (leftMs <= 0) break;
      await this.#alarm.sleep(leftMs);
    }
    this.#turns.isWaiting = false;
  }

  async #connectAndSync(account: AccountRow, seat: Seat): Promise<void> {
    const { sessions } = this.#options;
    const isComingBack = !seat.isKept && (account.state === "live" || account.state === "syncing");
    if (account.state === "connecting" || (this.#backoff.isFresh && !isComingBack)) await this.#state.set("connecting");
    const session = await this.#patiently(account, isComingBack, () => this.#open(account, seat));
    this.#session = session;
    if (this.#ending.signal.aborted) return session.logout();
    this.#doubt.clear();
    // Others may have come while it waited.
    const isTurn = !seat.isKept;
    trafficMeter().sit(account.id, isTurn ? "turns" : "kept");
    const { commandsInFlight: commandsMax } = profileOfAccount(account).limits;
    sessions.attach(account.id, session, { group: seat.group, commandsMax });
    // Found out before a restart: it would take a whole first sync to find it out again.
    this.#labels.isShort ||= account.stateCode === folderModeProblems["all-mail-limited"].code;
    this.#connected = new Connected({
      ...this.#options, account, session, seat, isTurn, memory: this.#memory, labels: this.#labels, hearing: this.#hearing, state: this.#state, signal: this.#ending.signal,
    }); // prettier-ignore
    try {
      await this.#connected.run();
      // It ended because its time was over.
      this.#backoff.reset();
    } catch (error) {
      throw await endOfSession(account, error);
    } finally {
      this.#turns.endedAt = performance.now();
      await this.#connected.end();
      this.#connected = null;
      this.#session = null;
      sessions.detach(account.id);
      await session.logout();
    }
  }

  async #open(account: AccountRow, seat: Seat): Promise<ImapSession> {
    const { holds } = this.#options.sessions;
    const wish = {
      purpose: seat.isKept ? ("command" as const) : ("turn" as const),
      isUrgent: this.#turns.isWanted,
      contactAt: this.#turns.endedAt,
      onRecall: () => this.#connected?.lookAround(),
      signal: this.#ending.signal,
    };
    trafficMeter().sit(account.id, seat.isKept ? "kept" : "waiting");
    const session = await openConnection(account, { seat, holds, wish });
    this.#turns.isWanted = false;
    return session;
  }

  /** An account that was live and takes its time to come back is not live; one that waits for its turn is. */
  async #patiently<T>(account: AccountRow, isTurn: boolean, connect: () => Promise<T>): Promise<T> {
    if (isTurn || (account.state !== "live" && account.state !== "syncing")) return connect();
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

  async #waitAfter(account: AccountRow, error: unknown, livedMs: number): Promise<void> {
    if (!(await accountById(store().read, this.#accountId))) return this.#ending.abort();
    this.#backoff.connectionEnded(livedMs);
    if (error instanceof WindowUnreadable) return this.#alarm.sleep(this.#options.timing.bisectRetryMs);
    await noteProblem(this.#accountId, null, error);
    const problem = error instanceof ImapError ? error : null;
    const isDoubted = this.#doubt.isHiccup(account, problem);
    const failure = isDoubted ? "refused" : failureClass(problem?.kind ?? "network");
    const waitMs = this.#backoff.next(failure, problem?.retryAfterMs ?? null);
    const fields = { accountId: this.#accountId, failure, waitMs, error };
    if (problem) logger.info("An account's connection ended.", fields);
    else logger.error("An account's sync broke off.", fields);
    if (waitMs > 0) {
      const needsPerson = failure === "settings" || this.#backoff.isLoginWrong || this.#doubt.isOver(problem);
      const retryAt = new Date(now().getTime() + waitMs);
      await this.#state.set(needsPerson ? "needs-attention" : "waiting", problemOf(error), retryAt);
    }
    await this.#alarm.sleep(waitMs);
  }
}
