import type { AccountRow } from "#db/queries/sync/accounts";
import { profileOfAccount } from "#lib/providers/find-profile";
import type { AccountHolds } from "#server/account-holds";
import { log } from "#server/log";
import { ImapError } from "#server/imap/errors";
import type { ImapSession, SessionEvent } from "#server/imap/session";
import { Alarm } from "./alarm.ts";
import { Backoff, failureClass } from "./backoff.ts";
import { openConnection } from "./open-connection.ts";
import type { Seat } from "./throttle/connection-budget.ts";
import type { Timing } from "./timing.ts";

const logger = log("sync");

type WatchOptions = { account: AccountRow; path: string; timing: Timing; seat: Seat; holds: AccountHolds };

/**
 * A connection that only listens: to INBOX, or to Gmail's All Mail, and with NOTIFY to all folders. What it hears is a hint for the command connection; without it mail comes all the same, a
 * little later.
 */
export class Watch {
  readonly #options: WatchOptions;
  readonly #hear: (event: SessionEvent) => void;
  readonly #ending = new AbortController();
  #session: ImapSession | null = null;
  #isRenewed = false;
  #running: Promise<void> | null = null;

  /** @param hear called for all that is told, and that INBOX has changed once it listens: mail may have come before */
  constructor(options: WatchOptions, hear: (event: SessionEvent) => void) {
    this.#options = options;
    this.#hear = hear;
  }

  get path(): string {
    return this.#options.path;
  }

  get isUp(): boolean {
    return this.#session?.isOpen ?? false;
  }

  /** How many messages that folder has, by what was told here. */
  get heardCount(): number | null {
    return this.isUp ? (this.#session?.selectedCount ?? null) : null;
  }

  /** Hangs up and listens on a new connection at once. */
  renew(): void {
    this.#isRenewed = true;
    this.#session?.destroy();
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { timing, account } = this.#options;
    const signal = this.#ending.signal;
    const alarm = new Alarm(signal);
    const backoff = new Backoff(timing);
    while (!signal.aborted) {
      const startedAt = performance.now();
      const error = await this.#listen().catch((cause: unknown) => cause);
      if (signal.aborted) return;
      if (this.#isRenewed) {
        this.#isRenewed = false;
        continue;
      }
      backoff.connectionEnded(performance.now() - startedAt);
      const problem = error instanceof ImapError ? error : null;
      // The command connection tells of a wrong login; here it means that there is no place for a second one.
      const failure = problem ? failureClass(problem.kind) : "network";
      const waitMs = backoff.next(failure === "network" ? "network" : "refused", problem?.retryAfterMs ?? null);
      logger.info("The watch connection ended.", { accountId: account.id, waitMs, error });
      await alarm.sleep(waitMs);
    }
  }

  async #listen(): Promise<void> {
    const { account, path, timing, seat, holds } = this.#options;
    const signal = this.#ending.signal;
    let opened: ImapSession | null = null;
    const onRecall = () => void opened?.logout();
    const session = await openConnection(account, { seat, holds, wish: { purpose: "watch", onRecall, signal } });
    opened = session;
    const unlisten = session.listen((event) => this.#hear(event));
    // A server that does not answer any more must not hold up the end.
    let deadline: NodeJS.Timeout | undefined;
    const handleAbort = () => {
      deadline = setTimeout(() => session.destroy(), timing.stopMs);
    };
    signal.addEventListener("abort", handleAbort, { once: true });
    try {
      if (signal.aborted) return;
      await session.select(path);
      await session.notify();
      this.#session = session;
      this.#hear({ kind: "changed", path });
      await session.idle(signal, Math.min(timing.idleRenewMs, profileOfAccount(account).idleMs));
    } finally {
      this.#session = null;
      unlisten();
      signal.removeEventListener("abort", handleAbort);
      await session.logout();
      clearTimeout(deadline);
    }
  }
}
