import { CannedReply, ChangeCannedReply } from "#lib/contracts/canned-reply";
import { IdParams } from "#lib/contracts/paging";
import { removeCannedReply } from "#server/commands/canned-replies/remove-canned-reply";
import { changeCannedReply } from "#server/commands/canned-replies/change-canned-reply";
import { route } from "#server/http/route";
import { readCannedReply } from "#server/queries/canned-replies/read-canned-reply";

export const PATCH = route(
  { summary: "Change a canned reply", params: IdParams, body: ChangeCannedReply, response: CannedReply },
  async ({ agent, params, body }) => {
    await changeCannedReply(agent, params.id, body);
    return readCannedReply(agent, params.id);
  },
);

export const DELETE = route({ summary: "Delete a canned reply", params: IdParams }, ({ agent, params }) =>
  removeCannedReply(agent, params.id),
);
