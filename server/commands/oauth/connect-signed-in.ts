import type { ConnectSignedIn } from "#lib/contracts/oauth";
import type { Agent } from "#server/auth/agent";
import { store } from "#server/store";
import { insertConnected } from "../accounts/connect-account.ts";
import { keepGrant } from "./keep-grant.ts";
import { requireSignedIn } from "./require-sign-in.ts";

/** Stores an account that somebody has signed in to. @returns its id */
export async function connectSignedIn(agent: Agent, id: string, settings: ConnectSignedIn): Promise<number> {
  const row = await requireSignedIn(store().read, agent, id, "connect");
  return insertConnected(agent, { ...settings, oauthProvider: row.provider, password: "" }, (tx, accountId) =>
    keepGrant(tx, row, accountId),
  );
}
