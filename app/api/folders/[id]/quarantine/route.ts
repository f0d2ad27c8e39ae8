import { IdParams, pageOf } from "#lib/contracts/paging";
import { QuarantinedMessage } from "#lib/contracts/sync-health";
import { route } from "#server/http/route";
import { listQuarantine } from "#server/queries/health/list-quarantine";

export const GET = route(
  {
    summary: "Messages of a folder that could not be read, by UID.",
    params: IdParams,
    response: pageOf(QuarantinedMessage),
  },
  ({ agent, params }) => listQuarantine(agent, params.id),
);
