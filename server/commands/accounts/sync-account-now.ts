import { raiseLookVersion } from "#db/queries/accounts/accounts";
import type { Agent } from "#server/auth/agent";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";
import { doorbell } from "#server/events/doorbell";
import { requireServer, requireVisibleStanding } from "./require-account.ts";

/** Asks the engine to look at the account at once, without waiting for its turn; anyone who sees its mail may. */
export async function syncAccountNow(agent: Agent, accountId: number): Promise<void> {
  await commit(
    async (tx) => {
      const account = requireVisibleStanding(tx, agent, accountId);
      requireServer(account);
      if (account.state === "paused") throw new AppError("conflict", "This account is paused. Resume it first.");
      raiseLookVersion(tx, accountId);
    },
    // Whoever starts again looks at every account anyway.
    { mayBeLost: true },
  );
  // Nothing that anybody sees has changed yet: the look tells what it found.
  doorbell().ring();
}
