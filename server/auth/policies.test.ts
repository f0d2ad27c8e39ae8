import { describe, expect, it } from "vitest";
import type { Agent } from "./agent.ts";
import { can } from "./policies.ts";

const person = (id: number, role: Agent["role"], inboxIds: number[]): Agent => {
  return { id, role, inboxIds, name: "", emailAddress: "" };
};
const admin = person(1, "admin", []);
const member = person(2, "agent", [7]);
const outsider = person(3, "agent", [8]);
const who = { admin, member, outsider };
const allowed = (ask: (agent: Agent) => boolean) =>
  Object.entries(who).flatMap(([name, agent]) => (ask(agent) ? [name] : []));

describe("can", () => {
  it("keeps the workspace, agents and inboxes for admins", () => {
    for (const action of ["workspace.change", "agents.manage", "inboxes.manage"] as const)
      expect(allowed((agent) => can(agent, action, null))).toEqual(["admin"]);
  });

  it("shows mail to members of an inbox that holds it, admins included only when they belong there", () => {
    expect(allowed((agent) => can(agent, "conversation.see", { inboxIds: [7, 9] }))).toEqual(["member"]);
    expect(allowed((agent) => can(agent, "conversation.see", { inboxIds: [] }))).toEqual([]);
    expect(can(person(4, "admin", [7]), "conversation.see", { inboxIds: [7] })).toBe(true);
  });

  it("shows inboxes and accounts to members, owners and admins", () => {
    expect(allowed((agent) => can(agent, "inbox.see", { inboxId: 7 }))).toEqual(["admin", "member"]);
    expect(allowed((agent) => can(agent, "account.see", { inboxId: 7, ownerId: null }))).toEqual(["admin", "member"]);
    expect(allowed((agent) => can(agent, "account.see", { inboxId: 7, ownerId: 3 }))).toEqual([
      "admin",
      "member",
      "outsider",
    ]);
  });

  it("lets agents connect into their own inbox, and only where admins allow it", () => {
    const into = (agentsMayConnect: boolean) =>
      allowed((agent) => can(agent, "account.connect", { inboxId: 7, agentsMayConnect }));
    expect(into(true)).toEqual(["admin", "member"]);
    expect(into(false)).toEqual(["admin"]);
  });

  it("lets owners and admins change an account, and nobody else of the inbox", () => {
    expect(allowed((agent) => can(agent, "account.change", { ownerId: 3 }))).toEqual(["admin", "outsider"]);
    expect(allowed((agent) => can(agent, "account.change", { ownerId: null }))).toEqual(["admin"]);
  });

  it("gives canned replies to the members of their inbox and to admins, and everybody's to all", () => {
    expect(allowed((agent) => can(agent, "canned-reply.use", { inboxId: 7 }))).toEqual(["admin", "member"]);
    expect(allowed((agent) => can(agent, "canned-reply.use", { inboxId: null }))).toEqual(Object.keys(who));
  });

  it("leaves a draft to its author, and a session to who is signed in with it", () => {
    expect(allowed((agent) => can(agent, "draft.change", { authorId: 2 }))).toEqual(["member"]);
    expect(allowed((agent) => can(agent, "session.end", { agentId: 2 }))).toEqual(["member"]);
    expect(allowed((agent) => can(agent, "note.change", { authorId: 2 }))).toEqual(["admin", "member"]);
    expect(allowed((agent) => can(agent, "note.change", { authorId: null }))).toEqual(["admin"]);
    expect(allowed((agent) => can(agent, "token.revoke", { agentId: 3 }))).toEqual(["admin", "outsider"]);
  });
});
