import { eq } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { agents, invitations } from "#db/schema/index";
import { changesAfter } from "#db/queries/changes";
import { isTourDue, setupStepOf } from "#lib/first-minutes";
import { useClock } from "../../clock.ts";
import { isAppError } from "../../errors.ts";
import { store } from "../../store.ts";
import { listAgents } from "../../queries/agents/list-agents.ts";
import { listInboxes } from "../../queries/inboxes/list-inboxes.ts";
import { readInvitation } from "../../queries/agents/read-invitation.ts";
import { readWorkspace } from "../../queries/workspace/read-workspace.ts";
import { build } from "../build.ts";
import { useFreshStore } from "../fresh-store.ts";
import { acceptInvitation } from "../../commands/agents/accept-invitation.ts";
import { inviteAgent } from "../../commands/agents/invite-agent.ts";
import { makeResetLink } from "../../commands/agents/make-reset-link.ts";
import { revokeInvitation } from "../../commands/agents/revoke-invitation.ts";
import { setUp } from "../../commands/agents/set-up.ts";
import { signIn } from "../../commands/agents/sign-in.ts";

const password = "correct horse battery";
const browser = { ipAddress: "203.0.113.2", userAgent: "", replacedSessionId: null };
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "",
    (error: unknown) => (isAppError(error) ? error.code : String(error)),
  );
const tokenOf = ({ url = "" }: { url?: string | undefined }) => url.split("/").at(-1) ?? "";
const eve = { emailAddress: "Eve@Team.test", name: "Eve", role: "agent" } as const;

describe("setUp", () => {
  useFreshStore();
  const given = { workspaceName: "Acme", name: "Ada", emailAddress: "Ada@acme.test", password };

  it("makes the admin, the first inbox with them in it, and names the workspace; once", async () => {
    const { token } = await build.invitation({ kind: "setup", role: "admin" });
    await setUp({ ...given, token });
    const started = await signIn({ ...browser, emailAddress: "ada@acme.test", password });
    const listed = (await listAgents(null)).items;
    expect(listed).toMatchObject([
      { id: started?.agentId, name: "Ada", role: "admin", state: "active", inboxIds: [1] },
    ]);
    expect(await readWorkspace()).toEqual({ name: "Acme", agentsMayConnect: false });
    expect(await codeOf(setUp({ ...given, token, emailAddress: "mallory@acme.test" }))).toBe("not_found");
  });

  it("leaves the team's name for later, and has the new admin's first minutes before them", async () => {
    const { token } = await build.invitation({ kind: "setup", role: "admin" });
    const { workspaceName: _, ...unnamed } = given;
    await setUp({ ...unnamed, token });
    const [agent] = await store().read.select().from(agents);
    expect(setupStepOf(agent?.preferences ?? {})).toBe("inbox");
    expect(isTourDue(agent?.preferences ?? {})).toBe(true);
    expect((await readWorkspace()).name).toBe("Postroom");
  });

  it("serves one of two who use the link at the same time", async () => {
    const { token } = await build.invitation({ kind: "setup", role: "admin" });
    const both = [setUp({ ...given, token }), setUp({ ...given, token, emailAddress: "second@acme.test" })];
    expect((await Promise.all(both.map(codeOf))).sort()).toEqual(["", "not_found"]);
    expect((await listAgents(null)).items).toHaveLength(1);
  });

  it("refuses an invitation, an empty token, and any link once there is an admin", async () => {
    const { token } = await build.invitation({ kind: "invite", role: "admin" });
    expect(await codeOf(setUp({ ...given, token }))).toBe("not_found");
    expect(await codeOf(setUp({ ...given, token: "" }))).toBe("not_found");
    await build.agent({ role: "admin", passwordHash: "x" });
    const late = await build.invitation({ kind: "setup", role: "admin" });
    expect(await codeOf(setUp({ ...given, token: late.token }))).toBe("not_found");
  });
});

describe("inviteAgent", () => {
  useFreshStore();

  it("lists the agent as invited at once, and as active when they took a password", async () => {
    const admin = await build.agent({ role: "admin" });
    const inbox = await build.inbox();
    const invited = await inviteAgent(admin, { ...eve, inboxIds: [inbox.id] });
    const listed = async () => (await listAgents(admin)).items.find((agent) => agent.emailAddress === "eve@team.test");
    expect(await listed()).toMatchObject({ state: "invited", inboxIds: [inbox.id] });
    expect(await readInvitation(tokenOf(invited))).toEqual({
      kind: "invite",
      emailAddress: "eve@team.test",
      name: "Eve",
    });
    await acceptInvitation({ token: tokenOf(invited), name: "Eve E.", password });
    const [row] = await store().read.select().from(agents).where(eq(agents.name, "Eve E."));
    expect(isTourDue(row?.preferences ?? {})).toBe(true);
    expect(await listed()).toMatchObject({ state: "active", name: "Eve E." });
    expect(await signIn({ ...browser, emailAddress: "eve@team.test", password })).toBeDefined();
  });

  it("is good for one use, one address and 72 hours", async () => {
    const admin = await build.agent({ role: "admin" });
    const first = tokenOf(await inviteAgent(admin, eve));
    const second = tokenOf(await inviteAgent(admin, eve));
    expect(await codeOf(acceptInvitation({ token: first, password }))).toBe("not_found");
    const both = [acceptInvitation({ token: second, password }), acceptInvitation({ token: second, password })];
    expect((await Promise.all(both.map(codeOf))).sort()).toEqual(["", "not_found"]);
    const { token } = { token: tokenOf(await inviteAgent(admin, { ...eve, emailAddress: "late@team.test" })) };
    onTestFinished(useClock({ now: () => new Date(Date.now() + 72 * 3_600_000 + 1000) }));
    expect(await readInvitation(token)).toBeUndefined();
    expect(await codeOf(acceptInvitation({ token, password }))).toBe("not_found");
  });

  it("keeps no token, and tells of the agent", async () => {
    const admin = await build.agent({ role: "admin" });
    const token = tokenOf(await inviteAgent(admin, eve));
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await store().read.select().from(invitations))).not.toContain(token);
    const types = (await changesAfter(store().read, 0, 10)).map((change) => change.data.type);
    expect(types).toContain("agent.changed");
  });

  it("refuses agents, somebody who is here already, and inboxes that are not", async () => {
    const admin = await build.agent({ role: "admin" });
    const colleague = await build.agent({ passwordHash: "x" });
    expect(await codeOf(inviteAgent(colleague, eve))).toBe("forbidden");
    expect(await codeOf(inviteAgent(admin, { ...eve, emailAddress: colleague.emailAddress }))).toBe("conflict");
    expect(await codeOf(inviteAgent(admin, { ...eve, inboxIds: [99] }))).toBe("invalid");
    expect((await listAgents(admin)).items).toHaveLength(2);
  });

  it("puts somebody without a wish into the one inbox there is, and makes it when there is none", async () => {
    const admin = await build.agent({ role: "admin" });
    await inviteAgent(admin, eve);
    await inviteAgent(admin, { ...eve, emailAddress: "bob@team.test" });
    const { items } = await listInboxes(admin);
    expect(items).toMatchObject([{ name: "Support", memberIds: [admin.id + 1, admin.id + 2] }]);
  });

  it("ends with its revocation, and can begin again", async () => {
    const admin = await build.agent({ role: "admin" });
    const invited = await inviteAgent(admin, eve);
    await revokeInvitation(admin, invited.id);
    expect(await codeOf(acceptInvitation({ token: tokenOf(invited), password }))).toBe("not_found");
    expect((await listAgents(admin)).items).toHaveLength(1);
    expect(await codeOf(revokeInvitation(admin, invited.id))).toBe("not_found");
    await acceptInvitation({ token: tokenOf(await inviteAgent(admin, eve)), password });
    expect((await listAgents(admin)).items).toHaveLength(2);
  });
});

describe("makeResetLink", () => {
  useFreshStore();

  it("sets a new password, ends the sessions, leaves the name, and dies in an hour", async () => {
    const admin = await build.agent({ role: "admin" });
    const agent = await build.agent({ passwordHash: "x" });
    await build.session({ agentId: agent.id });
    const token = tokenOf(await makeResetLink(admin, agent.id));
    await acceptInvitation({ token, name: "Mallory", password });
    expect((await listAgents(admin)).items.find(({ id }) => id === agent.id)?.name).toBe(agent.name);
    expect(await signIn({ ...browser, emailAddress: agent.emailAddress, password })).toBeDefined();
    const late = tokenOf(await makeResetLink(admin, agent.id));
    onTestFinished(useClock({ now: () => new Date(Date.now() + 3_600_000 + 1000) }));
    expect(await codeOf(acceptInvitation({ token: late, password }))).toBe("not_found");
  });

  it("is for admins, and not for the deactivated", async () => {
    const admin = await build.agent({ role: "admin" });
    const gone = await build.agent({ passwordHash: "x", deactivatedAt: new Date() });
    expect(await codeOf(makeResetLink(await build.agent(), admin.id))).toBe("forbidden");
    expect(await codeOf(makeResetLink(admin, gone.id))).toBe("conflict");
    expect(await codeOf(makeResetLink(admin, 99))).toBe("not_found");
  });
});
