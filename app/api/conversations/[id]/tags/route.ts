import { SetTags } from "#lib/contracts/conversation";
import { IdParams } from "#lib/contracts/paging";
import { setTags } from "#server/commands/conversations/set-tags";
import { route } from "#server/http/route";

export const PUT = route(
  { summary: "Give it these tags and no others", params: IdParams, body: SetTags },
  ({ agent, params, body }) => setTags(agent, params.id, body.tagIds),
);
