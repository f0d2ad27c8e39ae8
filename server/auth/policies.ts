import type { Agent } from "./agent.ts";

/** What an act is done to; null where the act has no object. */
type Subjects = {
  "workspace.change": null;
  "agents.manage": null;
  "inboxes.manage": null;
  "inbox.see": { inboxId: number };
  /** `agentsMayConnect` is the workspace's word; agents connect into their own inboxes only. */
  "account.connect": { inboxId: number; agentsMayConnect: boolean };
  "account.see": { inboxId: number; ownerId: number | null };
  /** Settings and folder roles, not its mail. */
  "account.change": { ownerId: number | null };
  /** `inboxIds`: the inboxes that hold something of it. */
  "conversation.see": { inboxIds: number[] };
  "draft.change": { authorId: number };
  "note.change": { authorId: number | null };
  /** To see it and to change it; `inboxId` is null for everybody's. */
  "canned-reply.use": { inboxId: number | null };
  /** Mail that is taken out as a whole: what an admin may give themselves by joining its inbox. */
  "account.export": { inboxId: number; ownerId: number | null };
  "transfer.see": { askedById: number | null };
  "session.end": { agentId: number };
  "token.revoke": { agentId: number };
};

export type Action = keyof Subjects;

/** Pure: what an agent may do, decided by what they are and what it is done to. Lists are scoped in SQL by the same words. */
export function can<A extends Action>(agent: Agent, action: A, subject: Subjects[A]): boolean {
  return policies[action](agent, subject);
}

const isAdmin = (agent: Agent) => agent.role === "admin";
const belongsTo = (agent: Agent, inboxId: number) => agent.inboxIds.includes(inboxId);

const policies: { [A in Action]: (agent: Agent, subject: Subjects[A]) => boolean } = {
  "workspace.change": isAdmin,
  "agents.manage": isAdmin,
  "inboxes.manage": isAdmin,
  "inbox.see": (agent, { inboxId }) => isAdmin(agent) || belongsTo(agent, inboxId),
  "account.connect": (agent, { inboxId, agentsMayConnect }) =>
    isAdmin(agent) || (agentsMayConnect && belongsTo(agent, inboxId)),
  "account.see": (agent, { inboxId, ownerId }) => isAdmin(agent) || belongsTo(agent, inboxId) || ownerId === agent.id,
  "account.change": (agent, { ownerId }) => isAdmin(agent) || ownerId === agent.id,
  "conversation.see": (agent, { inboxIds }) => inboxIds.some((inboxId) => belongsTo(agent, inboxId)),
  "draft.change": (agent, { authorId }) => authorId === agent.id,
  "note.change": (agent, { authorId }) => isAdmin(agent) || authorId === agent.id,
  "canned-reply.use": (agent, { inboxId }) => inboxId === null || isAdmin(agent) || belongsTo(agent, inboxId),
  "account.export": (agent, { inboxId, ownerId }) =>
    isAdmin(agent) || belongsTo(agent, inboxId) || ownerId === agent.id,
  "transfer.see": (agent, { askedById }) => isAdmin(agent) || askedById === agent.id,
  "session.end": (agent, { agentId }) => agentId === agent.id,
  "token.revoke": (agent, { agentId }) => isAdmin(agent) || agentId === agent.id,
};
