import { route } from "#server/http/route";
import { listSessions } from "#server/queries/agents/list-sessions";
import { Session } from "#lib/contracts/agent";
import { pageOf } from "#lib/contracts/paging";

export const GET = route({ summary: "Where one is signed in", response: pageOf(Session) }, ({ agent, sessionId }) =>
  listSessions(agent, sessionId),
);
