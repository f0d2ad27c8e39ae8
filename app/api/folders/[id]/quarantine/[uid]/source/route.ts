import { QuarantinedParams } from "#lib/contracts/sync-health";
import { fetchQuarantined } from "#server/commands/folders/fetch-quarantined";
import { route } from "#server/http/route";
import { getQuarantinedSource } from "#server/queries/health/get-quarantined-source";

export const GET = route(
  {
    summary: "A message that could not be read, as the server has it: to be saved, never shown.",
    params: QuarantinedParams,
    produces: "message/rfc822",
  },
  async ({ agent, params }) => {
    await fetchQuarantined(agent, params.id, params.uid);
    return getQuarantinedSource(agent, params.id, params.uid);
  },
);
