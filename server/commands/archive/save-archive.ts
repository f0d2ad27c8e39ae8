import { setAccountArchive } from "#db/queries/transfers/archive";
import type { SaveArchive } from "#lib/contracts/archive";
import type { Agent } from "../../auth/agent.ts";
import { commit } from "../../events/commit.ts";
import { requireServer, requireVisibleAccount } from "../accounts/require-account.ts";

/** Says what of an account is kept here from now on. What is kept already stays, whatever is said. */
export async function saveArchive(agent: Agent, accountId: number, wanted: SaveArchive): Promise<void> {
  await commit(async (tx, changed) => {
    const account = await requireVisibleAccount(tx, agent, accountId);
    requireServer(account);
    await setAccountArchive(tx, accountId, wanted);
    changed({ type: "account.changed", accountId, inboxIds: [account.inboxId] });
  });
}
