import { noteAttention } from "#db/queries/health/attention";
import { noteContact, updateRunningAccount, type AccountPatch } from "#db/queries/sync/accounts";
import type { AccountState } from "#lib/contracts/vocabulary";
import { now } from "#server/clock";
import { commit } from "#server/events/commit";
import type { Problem } from "./problem-words.ts";

/** Keeps the account's row honest: what it is doing, since when, why, and when it will be tried again. */
export class AccountStateKeeper {
  readonly #accountId: number;
  #last = "";

  constructor(accountId: number) {
    this.#accountId = accountId;
  }

  async set(state: AccountState, problem: Problem | null = null, nextRetryAt: Date | null = null): Promise<void> {
    const told = JSON.stringify([state, problem, nextRetryAt]);
    if (told === this.#last) return;
    this.#last = told;
    await this.#write({
      state,
      stateCode: problem?.code ?? "",
      stateDetail: problem?.detail ?? "",
      stateChangedAt: now(),
      nextRetryAt,
    });
  }

  /** Not told. */
  async note(patch: AccountPatch): Promise<void> {
    await commit(async (tx) => updateRunningAccount(tx, this.#accountId, patch), { mayBeLost: true });
  }

  /**
   * @param isSynced whether all history is in
   * @param isAwaited whether it is told: it happens all the time, and pages read it when they read the rest
   */
  async noteContact(isSynced: boolean, isAwaited: boolean): Promise<void> {
    await commit(
      async (tx, tell) => {
        const inboxId = noteContact(tx, this.#accountId, now(), isSynced);
        if (isAwaited && inboxId !== undefined)
          tell({ type: "account.changed", accountId: this.#accountId, inboxIds: [inboxId] });
      },
      { mayBeLost: true },
    );
  }

  /** Somebody else has changed the row. */
  forget(): void {
    this.#last = "";
  }

  async #write(patch: AccountPatch & { state: AccountState }): Promise<void> {
    await commit(async (tx, tell) => {
      const inboxId = await updateRunningAccount(tx, this.#accountId, patch);
      if (inboxId === undefined) return;
      await noteAttention(tx, this.#accountId, patch.state, now());
      tell({ type: "account.changed", accountId: this.#accountId, inboxIds: [inboxId] });
    });
  }
}
