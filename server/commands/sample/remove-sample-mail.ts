import { kindsOfAccounts } from "#db/queries/accounts/accounts";
import type { Agent } from "#server/auth/agent";
import { store } from "#server/store";
import { removeAccount } from "../accounts/remove-account.ts";

/** Takes the sample mail away with all that hangs on it; where there is none, there is nothing to do. */
export async function removeSampleMail(agent: Agent): Promise<void> {
  const { sampleId } = await kindsOfAccounts(store().read);
  if (sampleId !== undefined) await removeAccount(agent, sampleId);
}
