import { liveSessionsOfAgent } from "#db/queries/agents/sessions";
import type { Session } from "#lib/contracts/agent";
import type { Page } from "#lib/contracts/paging";
import type { Agent } from "#server/auth/agent";
import { sessionIdleMaxMs } from "#server/auth/session-token";
import { now } from "#server/clock";
import { store } from "#server/store";

/** Where the agent is signed in, last used first. */
export async function listSessions(agent: Agent, currentSessionId: string | null): Promise<Page<Session>> {
  const at = now();
  const seenAfter = new Date(at.getTime() - sessionIdleMaxMs);
  const rows = await liveSessionsOfAgent(store().read, agent.id, at, seenAfter);
  const items = rows.map(({ id, userAgent, ipAddress, createdAt, lastSeenAt }) => ({
    id,
    userAgent,
    ipAddress,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    current: id === currentSessionId,
  }));
  return { items, nextCursor: null };
}
