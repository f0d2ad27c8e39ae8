import type { Change } from "#lib/contracts/change";
import type { AgentRole } from "#lib/contracts/vocabulary";

type Logged = { seq: number; data: Change };

/**
 * What of these an agent may hear of, each once: changes of their inboxes, and those that concern everybody. The ids of inboxes that are
 * not theirs are left out.
 */
export function visibleChanges(batch: Logged[], agent: { id: number; role: AgentRole }, inboxIds: number[]): Change[] {
  const visible = new Map<string, Change>();
  for (const { data } of batch) {
    const change = asSeenBy(data, agent, inboxIds);
    if (change) visible.set(JSON.stringify(change), change);
  }
  return [...visible.values()];
}

/** Whether something in them may have ended or changed what this agent is allowed. */
export function endsRights(batch: Logged[], agentId: number): boolean {
  return batch.some(
    ({ data }) => (data.type === "session.ended" || data.type === "agent.changed") && data.agentId === agentId,
  );
}

function asSeenBy(change: Change, agent: { id: number; role: AgentRole }, inboxIds: number[]): Change | null {
  if (change.type === "outbox.wished") return null;
  if (change.type === "session.ended") return change.agentId === agent.id ? change : null;
  if (change.type === "transfer.changed")
    return agent.role === "admin" || change.askedById === agent.id ? change : null;
  if (!("inboxIds" in change) || change.inboxIds.length === 0) return change;
  const shared = change.inboxIds.filter((id) => inboxIds.includes(id));
  return shared.length > 0 ? { ...change, inboxIds: shared } : null;
}
