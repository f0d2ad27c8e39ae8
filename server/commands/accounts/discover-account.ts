import type { DiscoveredSettings } from "#lib/contracts/account";
import type { Agent } from "#server/auth/agent";
import { discoverSettings } from "#server/connect/discover-settings";
import { limitAttempts } from "#server/connect/limit-attempts";
import { store } from "#server/store";
import { requireMayConnect } from "./require-may-connect.ts";

/** Asks the network about an address; counted like a try, because it knocks at doors too. */
export async function discoverAccount(agent: Agent, emailAddress: string): Promise<DiscoveredSettings> {
  await requireMayConnect(store().read, agent);
  await limitAttempts(agent.id);
  return discoverSettings(emailAddress);
}
