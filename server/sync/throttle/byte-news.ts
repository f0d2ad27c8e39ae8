import { accountById } from "#db/queries/sync/accounts";
import { commit } from "#server/events/commit";
import { store } from "#server/store";
import type { ByteBudget } from "./byte-budget.ts";

/** Tells the browsers when the bytes of a day begin or cease to hold something of an account up. */
export class ByteNews {
  readonly #told = new Map<number, string>();

  /** After what was used has been written down, which is what the browsers read. */
  async tell(bytes: ByteBudget): Promise<void> {
    for (const accountId of bytes.counted) {
      const held = bytes.holdsOf(accountId).map(({ scope }) => scope).sort().join(); // prettier-ignore
      if (held === (this.#told.get(accountId) ?? "")) continue;
      this.#told.set(accountId, held);
      const account = await accountById(store().read, accountId);
      if (!account) continue;
      const inboxIds = [account.inboxId];
      await commit(async (_tx, changed) => changed({ type: "account.changed", accountId, inboxIds }));
    }
  }
}
