import type { AccountSessions } from "#server/imap/account-sessions";
import type { HostBudget } from "./host-budget.ts";
import type { Timing } from "./timing.ts";

export type WorkerOptions = { sessions: AccountSessions; timing: Timing; budget: HostBudget };
