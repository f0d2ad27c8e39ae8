import { DiscoveredSettings, DiscoverQuery } from "#lib/contracts/account";
import { discoverAccount } from "#server/commands/accounts/discover-account";
import { route } from "#server/http/route";

export const GET = route(
  { summary: "Settings that may fit an address.", query: DiscoverQuery, response: DiscoveredSettings, scope: "write" },
  ({ agent, query }) => discoverAccount(agent, query.emailAddress),
);
