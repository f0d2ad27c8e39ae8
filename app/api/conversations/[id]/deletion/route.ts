import { DeleteForGood } from "#lib/contracts/conversation";
import { IdParams } from "#lib/contracts/paging";
import { deleteForGood } from "#server/commands/conversations/delete-for-good";
import { takeBackDeletion } from "#server/commands/conversations/take-back-deletion";
import { route } from "#server/http/route";

export const PUT = route(
  { summary: "Delete for good what of it lies in Trash and Spam", params: IdParams, body: DeleteForGood },
  ({ agent, params, body }) => deleteForGood(agent, params.id, body),
);

export const DELETE = route({ summary: "Take that back, while there is time", params: IdParams }, ({ agent, params }) =>
  takeBackDeletion(agent, params.id),
);
