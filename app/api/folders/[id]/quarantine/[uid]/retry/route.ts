import { QuarantinedParams } from "#lib/contracts/sync-health";
import { retryQuarantined } from "#server/commands/folders/retry-quarantined";
import { route } from "#server/http/route";

export const POST = route(
  { summary: "Try again to read a message that was set aside.", params: QuarantinedParams },
  ({ agent, params }) => retryQuarantined(agent, params.id, params.uid),
);
