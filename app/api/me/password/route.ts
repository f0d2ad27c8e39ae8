import { changePassword } from "#server/commands/agents/change-password";
import { route } from "#server/http/route";
import { ChangePassword } from "#lib/contracts/agent";

export const PUT = route(
  { summary: "Change own password; ends every other session", body: ChangePassword },
  ({ agent, sessionId, body }) => changePassword(agent, sessionId, body),
);
