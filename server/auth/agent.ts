import type { AgentRole } from "#lib/contracts/vocabulary";

/** Who is asking. Made anew for every request, so that a change of rights counts at once. */
export type Agent = {
  id: number;
  name: string;
  emailAddress: string;
  role: AgentRole;
  /** The inboxes they belong to: what they may see of mail, whatever their role. */
  inboxIds: number[];
};
