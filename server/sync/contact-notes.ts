import { now } from "#server/clock";
import type { AccountStateKeeper } from "./account-state.ts";
import type { Problem } from "./problem-words.ts";

/** Writes down that an account was looked at: at once while history comes in, and now and then when nothing is new. */
export class ContactNotes {
  readonly #state: AccountStateKeeper;
  readonly #everyMs: number;
  #notedAt = -Infinity;

  constructor(state: AccountStateKeeper, everyMs: number) {
    this.#state = state;
    this.#everyMs = everyMs;
  }

  /**
   * @param isSynced whether all history is in
   * @param problem what people should know although it works
   */
  async note(isSynced: boolean, problem: Problem | null): Promise<void> {
    const at = performance.now();
    if (this.#notedAt + this.#everyMs <= at || !isSynced) {
      await this.#state.note({ lastContactAt: now(), ...(isSynced ? { lastSyncedAt: now() } : {}) });
      this.#notedAt = isSynced ? at : -Infinity;
    }
    await this.#state.set(isSynced ? "live" : "syncing", problem);
  }

  /** The next look is written down whatever it finds. */
  forget(): void {
    this.#notedAt = -Infinity;
  }
}
