import { changeWorkspace } from "#server/commands/workspace/change-workspace";
import { route } from "#server/http/route";
import { readWorkspace } from "#server/queries/workspace/read-workspace";
import { ChangeWorkspace, Workspace } from "#lib/contracts/agent";

export const GET = route({ summary: "What admins decided for everybody", response: Workspace }, () => readWorkspace());

export const PATCH = route(
  { access: "admin", summary: "Rename the workspace, let agents connect accounts", body: ChangeWorkspace },
  ({ agent, body }) => changeWorkspace(agent, body),
);
