import type { AccountRow } from "#db/queries/sync/accounts";
import { profileOfAccount } from "#lib/providers/find-profile";
import type { ImapError } from "#server/imap/errors";

/**
 * Some servers refuse logins that are right, in bursts (Yahoo), or take them and do not find the mailbox (Exchange). A login that used
 * to work is believed in for some hours before anybody is asked for another password.
 */
export class Doubt {
  readonly #doubtMs: number;
  #since: number | null = null;

  constructor(doubtMs: number) {
    this.#doubtMs = doubtMs;
  }

  /** It worked. */
  clear(): void {
    this.#since = null;
  }

  /** Whether this refusal is waited out rather than believed. */
  isHiccup(account: AccountRow, problem: ImapError | null): boolean {
    if (!problem || !isDoubtful(account, problem)) return false;
    this.#since ??= performance.now();
    return !this.#hasLasted();
  }

  /** Whether what passes by itself has not passed for hours. */
  isOver(problem: ImapError | null): boolean {
    return problem?.code === "not_connected" && this.#hasLasted();
  }

  #hasLasted(): boolean {
    return this.#since !== null && performance.now() - this.#since >= this.#doubtMs;
  }
}

function isDoubtful(account: AccountRow, { kind, code }: ImapError): boolean {
  if (code === "not_connected") return true;
  // Connected for the first time, or with a new password: then it is the password.
  const hasWorked = account.lastContactAt !== null && account.state !== "connecting";
  return kind === "auth" && hasWorked && profileOfAccount(account).distrust.includes("refused-logins");
}
