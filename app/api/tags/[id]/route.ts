import { SaveTag, Tag } from "#lib/contracts/conversation";
import { IdParams } from "#lib/contracts/paging";
import { removeTag } from "#server/commands/tags/remove-tag";
import { saveTag } from "#server/commands/tags/save-tag";
import { route } from "#server/http/route";

export const PUT = route(
  { summary: "Rename or recolour a tag", params: IdParams, body: SaveTag, response: Tag },
  ({ params, body }) => saveTag(params.id, body),
);

export const DELETE = route({ summary: "Remove a tag from everything", params: IdParams }, ({ params }) =>
  removeTag(params.id),
);
