import { changeMe } from "#server/commands/agents/change-me";
import { route } from "#server/http/route";
import { readMe } from "#server/queries/agents/read-me";
import { ChangeMe, Me } from "#lib/contracts/agent";

export const GET = route({ summary: "Who is asking", response: Me }, ({ agent }) => readMe(agent));

export const PATCH = route(
  { summary: "Change own name, signature, language or preferences", body: ChangeMe },
  ({ agent, body }) => changeMe(agent, body),
);
