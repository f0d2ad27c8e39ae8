import { IdParams } from "#lib/contracts/paging";
import { setFlagged } from "#server/commands/conversations/set-flagged";
import { route } from "#server/http/route";

export const PUT = route({ summary: "Flag its newest mail", params: IdParams }, ({ agent, params }) =>
  setFlagged(agent, params.id, true),
);

export const DELETE = route({ summary: "Take every flag off it", params: IdParams }, ({ agent, params }) =>
  setFlagged(agent, params.id, false),
);
