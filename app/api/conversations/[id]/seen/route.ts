import { IdParams } from "#lib/contracts/paging";
import { setSeen } from "#server/commands/conversations/set-seen";
import { route } from "#server/http/route";

export const PUT = route({ summary: "Everything in it was read", params: IdParams }, ({ agent, params }) =>
  setSeen(agent, params.id, true),
);

export const DELETE = route({ summary: "Its newest mail is to be read again", params: IdParams }, ({ agent, params }) =>
  setSeen(agent, params.id, false),
);
