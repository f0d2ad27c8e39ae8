import { IdParams } from "#lib/contracts/paging";
import { Send } from "#lib/contracts/send";
import { cancelSend } from "#server/commands/sends/cancel-send";
import { route } from "#server/http/route";
import { getSend } from "#server/queries/sends/get-send";

export const GET = route(
  { summary: "How a mail's sending goes", params: IdParams, response: Send },
  ({ agent, params }) => getSend(agent, params.id),
);

export const DELETE = route({ summary: "Take a mail back before it leaves", params: IdParams }, ({ agent, params }) =>
  cancelSend(agent, params.id),
);
