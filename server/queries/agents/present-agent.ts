import type { Agent } from "#lib/contracts/agent";
import type { AgentRole } from "#lib/contracts/vocabulary";

type AgentRow = {
  id: number;
  name: string;
  emailAddress: string;
  role: AgentRole;
  passwordHash: string | null;
  deactivatedAt: Date | null;
  createdAt: Date;
};

export function presentAgent(row: AgentRow, inboxIds: number[]): Agent {
  const { id, name, emailAddress, role } = row;
  const state = row.deactivatedAt ? "deactivated" : row.passwordHash === null ? "invited" : "active";
  return { id, name, emailAddress, role, state, inboxIds, createdAt: row.createdAt.toISOString() };
}
