import { IdParams } from "#lib/contracts/paging";
import { retrySend } from "#server/commands/sends/retry-send";
import { route } from "#server/http/route";

export const POST = route(
  { summary: "Send a failed or doubtful mail once more", params: IdParams },
  ({ agent, params }) => retrySend(agent, params.id),
);
