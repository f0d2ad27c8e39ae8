import type { AccountStateKeeper } from "./account-state.ts";
import type { Problem } from "./problem-words.ts";

/** Writes down that an account was looked at: at once while history comes in, and now and then when nothing is new. */
export class ContactNotes {
  readonly #state: AccountStateKeeper;
  readonly #everyMs: number;
  #notedAt = -Infinity;
  #isExpected = false;

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
      await this.#state.noteContact(isSynced, this.#isExpected);
      this.#isExpected = false;
      this.#notedAt = isSynced ? at : -Infinity;
    }
    await this.#state.set(isSynced ? "live" : "syncing", problem);
  }

  /** Somebody waits for the next look: it is written down and told whatever it finds. */
  expect(): void {
    this.#notedAt = -Infinity;
    this.#isExpected = true;
  }
}
