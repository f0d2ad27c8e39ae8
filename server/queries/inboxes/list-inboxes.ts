import { listInboxRows, listMemberships } from "#db/queries/agents/inboxes";
import type { Inbox } from "#lib/contracts/agent";
import type { Page } from "#lib/contracts/paging";
import type { Agent } from "#server/auth/agent";
import { can } from "#server/auth/policies";
import { store } from "#server/store";

/** An agent's own; all of them for admins, who give out the places. */
export async function listInboxes(agent: Agent): Promise<Page<Inbox>> {
  const [rows, memberships] = [await listInboxRows(store().read), await listMemberships(store().read)];
  const members = Map.groupBy(memberships, (row) => row.inboxId);
  const items = rows
    .filter(({ id }) => can(agent, "inbox.see", { inboxId: id }))
    .map(({ id, name, color }) => ({
      id,
      name,
      color,
      memberIds: members.get(id)?.map(({ agentId }) => agentId) ?? [],
    }));
  return { items, nextCursor: null };
}
