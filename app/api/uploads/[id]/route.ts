import { IdParams } from "#lib/contracts/paging";
import { discardUpload } from "#server/commands/attachments/discard-upload";
import { route } from "#server/http/route";

export const DELETE = route({ summary: "Discard a file that no mail carries", params: IdParams }, ({ agent, params }) =>
  discardUpload(agent, params.id),
);
