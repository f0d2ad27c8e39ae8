import type { OutboxAccount } from "#db/queries/outbox/outbox-account";
import type { AccountSessions } from "../imap/account-sessions.ts";
import type { Failpoint } from "./failpoint.ts";

/** What carrying out an operation needs besides the operation. */
export type OutboxContext = {
  sessions: AccountSessions;
  account: OutboxAccount;
  failpoint: Failpoint;
  /** Between looks for a copy in Sent that the provider may file by itself. */
  sentLooksMs: readonly number[];
  /** Aborted when the engine stops: nothing new begins, what cannot be taken back is finished. */
  signal: AbortSignal;
};
