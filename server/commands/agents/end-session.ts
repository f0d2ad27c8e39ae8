import { liveSessionsOfAgent, revokeSession } from "#db/queries/agents/sessions";
import type { Agent } from "#server/auth/agent";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";

/** One of the agent's own, e.g. on a computer they left. */
export async function endSession(agent: Agent, sessionId: string): Promise<void> {
  await commit(async (tx, changed) => {
    const at = now();
    const own = await liveSessionsOfAgent(tx, agent.id, at, new Date(0));
    if (!own.some((session) => session.id === sessionId))
      throw new AppError("not_found", "This session has ended already.");
    await revokeSession(tx, sessionId, at);
    changed({ type: "session.ended", agentId: agent.id });
  });
}
