import { IdParams } from "#lib/contracts/paging";
import { SavedView, SaveView } from "#lib/contracts/search";
import { removeView } from "#server/commands/views/remove-view";
import { saveView } from "#server/commands/views/save-view";
import { route } from "#server/http/route";

export const PUT = route(
  { summary: "Rename or change a saved search", params: IdParams, body: SaveView, response: SavedView },
  ({ agent, params, body }) => saveView(agent, params.id, body),
);

export const DELETE = route({ summary: "Remove a saved search", params: IdParams }, ({ agent, params }) =>
  removeView(agent, params.id),
);
