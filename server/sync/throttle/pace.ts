import type { AccountSessions } from "#server/imap/account-sessions";
import type { Hold } from "#server/account-holds";
import { assertFree } from "#server/imap/heed-server";
import type { Timing } from "../timing.ts";

type Options = { accountId: number; sessions: AccountSessions; timing: Timing; isTurn: boolean };

/** How much an account may do on its connection just now: by what its server asked for, its bytes, and whether others wait for the place. */
export class Pace {
  readonly #options: Options;
  readonly #beganAt = performance.now();
  #historyAt = -Infinity;

  constructor(options: Options) {
    this.#options = options;
  }

  /**
   * What keeps it from saying anything at all.
   * @throws ImapError `held` on a connection that is shared: it is not kept waiting
   */
  get hold(): Hold | null {
    const { accountId, sessions, isTurn } = this.#options;
    if (isTurn) assertFree(sessions.holds, accountId);
    return sessions.holds.of(accountId, "all");
  }

  /** Bytes are so short, or the server so slow, that only what is new in the inbox is brought. */
  get isSaving(): boolean {
    return this.#options.sessions.holds.of(this.#options.accountId, "background") !== null;
  }

  mayBringHistory(at: number): boolean {
    return this.#historyAt <= at && !this.isSaving;
  }

  /** Headers go on while bytes are short, without haste. */
  historyBrought(): void {
    const { accountId, sessions, timing } = this.#options;
    const isShort = sessions.holds.of(accountId, "bodies") !== null;
    this.#historyAt = isShort ? performance.now() + timing.slowHistoryMs : -Infinity;
  }

  /** Whether a turn has had its share. */
  get hasHadEnough(): boolean {
    return performance.now() - this.#beganAt >= this.#options.timing.turnMaxMs;
  }

  /** Whether nobody works on the connection; after a turn's share, nobody but for history and the like. */
  get isIdle(): boolean {
    return this.#options.sessions.isIdle(this.#options.accountId, this.hasHadEnough ? 1 : 3);
  }
}
