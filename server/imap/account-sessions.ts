/**
 * Who may use an account's command connection, and when. Sync attaches the session it has opened and keeps alive; sync and outbox
 * both do their work through `run`, so that one connection serves all and a waiting person comes first.
 */
import { AccountHolds } from "../account-holds.ts";
import { ImapError } from "./errors.ts";
import { FairGate } from "./fair-gate.ts";
import { assertFree, heedError } from "./heed-server.ts";
import type { ImapSession } from "./session.ts";

/** 0 a person waits · 1 an agent's act · 2 new mail · 3 history, comparison, bodies ahead of need. */
export type Priority = 0 | 1 | 2 | 3;

type Job = { priority: Priority; start: (session: ImapSession) => Promise<void>; reject: (error: unknown) => void };
type Lane = {
  accountId: number;
  session: ImapSession;
  gate: FairGate | null;
  jobs: Job[];
  current: Job | null;
  isBusy: boolean;
};
/** How long a connection that is in doubt may say nothing. */
const proofMs = 20_000;
/** Accounts of one host share its room for commands. */
type HostRoom = { group: string; commandsMax: number };

export class AccountSessions {
  readonly #lanes = new Map<number, Lane>();
  readonly #gates = new Map<string, FairGate>();
  readonly #listeners = new Set<(accountId: number) => void>();
  readonly #wantListeners = new Set<(accountId: number) => void>();
  /** What accounts leave alone for now. */
  readonly holds: AccountHolds;

  constructor(holds = new AccountHolds()) {
    this.holds = holds;
  }

  /** Gives the account a session to work with; waiting listeners hear of it. */
  attach(accountId: number, session: ImapSession, room?: HostRoom): void {
    this.detach(accountId);
    this.#lanes.set(accountId, {
      accountId,
      session,
      gate: room ? this.#gateOf(room) : null,
      jobs: [],
      current: null,
      isBusy: false,
    });
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

  /** Whether nothing as urgent as `priority` is under way or waits on the account's connection. */
  isIdle(accountId: number, priority: Priority): boolean {
    const lane = this.#lanes.get(accountId);
    return !lane || [lane.current, ...lane.jobs].every((job) => job === null || job.priority > priority);
  }

  /** There is something to do for an account that is not connected: one that takes turns gets the next. */
  want(accountId: number): void {
    for (const listener of this.#wantListeners) listener(accountId);
  }

  onWanted(listener: (accountId: number) => void): () => void {
    this.#wantListeners.add(listener);
    return () => this.#wantListeners.delete(listener);
  }

  onConnected(listener: (accountId: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Runs `work` alone on the account's command session, lower priority numbers first. Long work should be many short runs.
   * @throws ImapError `offline` when there is no session, with the code `held` while the server is to be left alone
   */
  run<T>(accountId: number, priority: Priority, work: (session: ImapSession) => Promise<T>): Promise<T> {
    const lane = this.#lanes.get(accountId);
    if (!lane?.session.isOpen) return Promise.reject(offline());
    return new Promise<T>((resolve, reject) => {
      const start = async (session: ImapSession) => {
        try {
          assertFree(this.holds, accountId);
          resolve(await work(session));
        } catch (error) {
          heedError(this.holds, accountId, error);
          reject(error);
        }
      };
      const after = lane.jobs.findIndex((job) => job.priority > priority);
      lane.jobs.splice(after === -1 ? lane.jobs.length : after, 0, { priority, start, reject });
      void this.#drain(lane);
    });
  }

  async #drain(lane: Lane): Promise<void> {
    if (lane.isBusy) return;
    lane.isBusy = true;
    while (lane.jobs.length > 0) {
      const { gate } = lane;
      const leave = gate ? await gate.enter(lane.accountId, () => lane.jobs[0]?.priority ?? 3) : null;
      const job = (lane.current = lane.jobs.shift() ?? null);
      if (lane.session.isOpen) await job?.start(lane.session);
      else job?.reject(offline());
      lane.current = null;
      leave?.();
    }
    lane.isBusy = false;
  }

  #gateOf({ group, commandsMax }: HostRoom): FairGate {
    let gate = this.#gates.get(group);
    if (!gate) this.#gates.set(group, (gate = new FairGate(commandsMax, () => this.#doubt(group))));
    return gate;
  }

  /**
   * Nothing that a host was asked for is answered any more: each of its connections has to show that it is alive. One after the other
   * would find out that it is not only when its turn has come.
   */
  #doubt(group: string): void {
    const gate = this.#gates.get(group);
    for (const lane of this.#lanes.values()) if (lane.gate === gate) void lane.session.prove(proofMs);
  }
}

const offline = () => new ImapError("offline", "offline", "This account is not connected right now.");
