/**
 * Who may use an account's command connection, and when. Sync attaches the session it has opened and keeps alive; sync and outbox
 * both do their work through `run`, so that one connection serves all and a waiting person comes first.
 */
import { ImapError } from "./errors.ts";
import type { ImapSession } from "./session.ts";

/** 0 a person waits · 1 an agent's act · 2 new mail · 3 history, comparison, bodies ahead of need. */
export type Priority = 0 | 1 | 2 | 3;

type Job = { priority: Priority; start: (session: ImapSession) => Promise<void>; reject: (error: unknown) => void };
type Lane = { session: ImapSession; jobs: Job[]; isBusy: boolean };

export class AccountSessions {
  readonly #lanes = new Map<number, Lane>();
  readonly #listeners = new Set<(accountId: number) => void>();

  /** Gives the account a session to work with; waiting listeners hear of it. */
  attach(accountId: number, session: ImapSession): void {
    this.detach(accountId);
    this.#lanes.set(accountId, { session, jobs: [], isBusy: false });
    for (const listener of this.#listeners) listener(accountId);
  }

  /** Takes the session away and turns down the work that waits for it. Does not close it. */
  detach(accountId: number): void {
    const lane = this.#lanes.get(accountId);
    this.#lanes.delete(accountId);
    for (const job of lane?.jobs.splice(0) ?? []) job.reject(offline());
  }

  isConnected(accountId: number): boolean {
    return this.#lanes.get(accountId)?.session.isOpen ?? false;
  }

  onConnected(listener: (accountId: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Runs `work` alone on the account's command session, lower priority numbers first. Long work should be many short runs.
   * @throws ImapError `offline` when there is no session
   */
  run<T>(accountId: number, priority: Priority, work: (session: ImapSession) => Promise<T>): Promise<T> {
    const lane = this.#lanes.get(accountId);
    if (!lane?.session.isOpen) return Promise.reject(offline());
    return new Promise<T>((resolve, reject) => {
      const start = (session: ImapSession) => work(session).then(resolve, reject);
      const after = lane.jobs.findIndex((job) => job.priority > priority);
      lane.jobs.splice(after === -1 ? lane.jobs.length : after, 0, { priority, start, reject });
      void this.#drain(lane);
    });
  }

  async #drain(lane: Lane): Promise<void> {
    if (lane.isBusy) return;
    lane.isBusy = true;
    for (let job = lane.jobs.shift(); job; job = lane.jobs.shift()) {
      if (lane.session.isOpen) await job.start(lane.session);
      else job.reject(offline());
    }
    lane.isBusy = false;
  }
}

const offline = () => new ImapError("offline", "offline", "This account is not connected right now.");
