import type { ImapErrorKind } from "#server/imap/errors";
import type { Timing } from "./timing.ts";

/** Which waiting a failure asks for; `settings` and `auth` are for a person to put right. */
export type FailureClass = "network" | "refused" | "settings" | "auth";

export function failureClass(kind: ImapErrorKind): FailureClass {
  if (kind === "auth") return "auth";
  if (kind === "tls" || kind === "no-permission") return "settings";
  return kind === "refused" || kind === "throttled" || kind === "over-quota" ? "refused" : "network";
}

/**
 * How long one account waits before it connects again. The first break after a connection that lasted is followed at once by one
 * free attempt; after that waits grow with decorrelated jitter, and only a connection that lasts again makes them short: a
 * server that lets us in and throws us out would otherwise be hammered with logins.
 */
export class Backoff {
  readonly #timing: Timing;
  readonly #random: () => number;
  #waitedMs = 0;
  #failureCount = 0;
  #authCount = 0;
  #hasFreeAttempt = true;

  constructor(timing: Timing, random: () => number = Math.random) {
    this.#timing = timing;
    this.#random = random;
  }

  /** Whether nothing has failed since the last connection that lasted. */
  get isFresh(): boolean {
    return this.#failureCount === 0;
  }

  /** Whether the login was refused again after its one retry. */
  get isLoginWrong(): boolean {
    return this.#authCount > 1;
  }

  /** @param livedMs how long the connection that ended now had been up; 0 when it never came up */
  connectionEnded(livedMs: number): void {
    if (livedMs < this.#timing.survivalMs) return;
    this.reset();
  }

  /** Forgets all failures: somebody asked to try now. */
  reset(): void {
    this.#waitedMs = 0;
    this.#failureCount = 0;
    this.#authCount = 0;
    this.#hasFreeAttempt = true;
  }

  /** Milliseconds to wait after this failure; a hint of the server is kept to at least. */
  next(failure: FailureClass, hintMs: number | null): number {
    this.#failureCount += 1;
    this.#authCount = failure === "auth" ? this.#authCount + 1 : 0;
    if (failure === "network" && this.#hasFreeAttempt) {
      this.#hasFreeAttempt = false;
      return hintMs ?? 0;
    }
    this.#hasFreeAttempt = false;
    this.#waitedMs = this.#grown(failure);
    return Math.max(this.#waitedMs, hintMs ?? 0);
  }

  #grown(failure: FailureClass): number {
    // The first wrong password may be a hiccup of the server (Yahoo, 365): one retry soon, then hardly any.
    if (failure === "auth")
      return this.#authCount < 2 ? this.#timing.networkRetryMs.least * 2 : this.#timing.authRetryMs;
    if (failure === "settings") return this.#timing.settingsRetryMs;
    const { least, most } = failure === "refused" ? this.#timing.refusedRetryMs : this.#timing.networkRetryMs;
    const high = Math.max(least * 2, this.#waitedMs * 3);
    return Math.min(most, least + this.#random() * (high - least));
  }
}
