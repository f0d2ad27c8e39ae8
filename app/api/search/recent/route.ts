import { pageOf } from "#lib/contracts/paging";
import { RecentSearch, SaveRecentSearch } from "#lib/contracts/search";
import { forgetSearches } from "#server/commands/search/forget-searches";
import { keepSearch } from "#server/commands/search/keep-search";
import { route } from "#server/http/route";
import { listRecentSearches } from "#server/queries/search/list-recent-searches";

export const GET = route(
  { summary: "What you looked for last, newest first", response: pageOf(RecentSearch) },
  ({ agent }) => listRecentSearches(agent),
);

export const POST = route({ summary: "Remember a search", body: SaveRecentSearch }, ({ agent, body }) =>
  keepSearch(agent, body.query),
);

export const DELETE = route({ summary: "Forget what you looked for" }, ({ agent }) => forgetSearches(agent));
