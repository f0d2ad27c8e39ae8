import { revokeSession } from "#db/queries/agents/sessions";
import { now } from "#server/clock";
import { commit } from "#server/events/commit";

/** Ends the session that this browser shows; its streams close. Nothing happens when it had ended before. */
export async function signOut(sessionId: string): Promise<void> {
  await commit(async (tx, changed) => {
    const agentId = await revokeSession(tx, sessionId, now());
    if (agentId !== undefined) changed({ type: "session.ended", agentId });
  });
}
