import type { AccountSessions } from "#server/imap/account-sessions";
import type { ByteBudget } from "./throttle/byte-budget.ts";
import type { ConnectionBudget } from "./throttle/connection-budget.ts";
import type { Timing } from "./timing.ts";

export type WorkerOptions = { sessions: AccountSessions; timing: Timing; budget: ConnectionBudget; bytes: ByteBudget };

/** Keeps one account as its server has it. */
export type Worker = {
  start: (delayMs: number) => void;
  /** Looks at the account's server now. @param isChanged somebody has changed something about the account: all of it is planned anew */
  look: (isChanged: boolean) => void;
  wanted: () => void;
  /** What it waits for may have changed. */
  lookAround: () => void;
  stop: () => Promise<void>;
};
