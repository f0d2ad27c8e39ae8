import { SearchProgress } from "#lib/contracts/search";
import { route } from "#server/http/route";
import { readProgress } from "#server/queries/search/read-progress";

export const GET = route(
  { summary: "How much of the mail can be found by its text so far", response: SearchProgress },
  ({ agent }) => readProgress(agent),
);
