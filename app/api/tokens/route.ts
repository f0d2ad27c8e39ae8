import { addToken } from "#server/commands/agents/add-token";
import { route } from "#server/http/route";
import { listTokens } from "#server/queries/agents/list-tokens";
import { AddToken, ApiToken } from "#lib/contracts/agent";
import { pageOf } from "#lib/contracts/paging";

export const GET = route({ summary: "Own API tokens", response: pageOf(ApiToken) }, ({ agent }) => listTokens(agent));

export const POST = route(
  { summary: "Make an API token; the answer holds it, once", body: AddToken, response: ApiToken, status: 201 },
  ({ agent, body }) => addToken(agent, body),
);
