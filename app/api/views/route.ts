import { pageOf } from "#lib/contracts/paging";
import { SavedView, SaveView } from "#lib/contracts/search";
import { saveView } from "#server/commands/views/save-view";
import { route } from "#server/http/route";
import { listViews } from "#server/queries/views/list-views";

export const GET = route({ summary: "Your saved searches and everybody's", response: pageOf(SavedView) }, ({ agent }) =>
  listViews(agent),
);

export const POST = route(
  { summary: "Save a search", body: SaveView, response: SavedView, status: 201 },
  ({ agent, body }) => saveView(agent, null, body),
);
