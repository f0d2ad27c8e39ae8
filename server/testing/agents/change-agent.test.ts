import { describe, expect, it } from "vitest";
import { changesAfter } from "#db/queries/changes";
import { identify } from "../../auth/identify.ts";
import { hashPassword } from "../../auth/passwords.ts";
import { isAppError } from "../../errors.ts";
import { listAgents } from "../../queries/agents/list-agents.ts";
import { listSessions } from "../../queries/agents/list-sessions.ts";
import { listTokens } from "../../queries/agents/list-tokens.ts";
import { readMe } from "../../queries/agents/read-me.ts";
import { store } from "../../store.ts";
import { build } from "../build.ts";
import { useFreshStore } from "../fresh-store.ts";
import { addToken } from "../../commands/agents/add-token.ts";
import { changeAgent } from "../../commands/agents/change-agent.ts";
import { changeMe } from "../../commands/agents/change-me.ts";
import { changePassword } from "../../commands/agents/change-password.ts";
import { endSession } from "../../commands/agents/end-session.ts";
import { revokeToken } from "../../commands/agents/revoke-token.ts";

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "",
    (error: unknown) => (isAppError(error) ? error.code : String(error)),
  );
const byCookie = (cookie: string) => identify(new Headers({ cookie }));
const byToken = (token: string | undefined) => identify(new Headers({ authorization: `Bearer ${token}` }));

describe("changeAgent", () => {
  useFreshStore();
  const admins = async () => build.agent({ role: "admin", passwordHash: "x" });

  it("ends sessions and tokens for good when it deactivates", async () => {
    const admin = await admins();
    const agent = await build.agent({ passwordHash: "x" });
    const { cookie } = await build.session({ agentId: agent.id });
    const { token } = await addToken(agent, { name: "Script", scope: "write" });
    expect([await byCookie(cookie), await byToken(token)].map((identity) => identity?.agent.id)).toEqual([
      agent.id,
      agent.id,
    ]);
    await changeAgent(admin, agent.id, { deactivated: true });
    expect([await byCookie(cookie), await byToken(token)]).toEqual([null, null]);
    const told = (await changesAfter(store().read, 0, 10)).map((change) => change.data);
    expect(told).toContainEqual({ type: "session.ended", agentId: agent.id });
    await changeAgent(admin, agent.id, { deactivated: false });
    expect([await byCookie(cookie), await byToken(token)]).toEqual([null, null]);
  });

  it("ends the sessions when the role changes, and only then", async () => {
    const admin = await admins();
    const agent = await build.agent({ passwordHash: "x" });
    const { cookie } = await build.session({ agentId: agent.id });
    await changeAgent(admin, agent.id, { role: "agent", name: "New Name" });
    expect((await byCookie(cookie))?.agent.name).toBe("New Name");
    await changeAgent(admin, agent.id, { role: "admin" });
    expect(await byCookie(cookie)).toBeNull();
  });

  it("gives and takes inboxes, which counts at the next request", async () => {
    const [admin, inbox] = [await admins(), await build.inbox()];
    const agent = await build.agent({ passwordHash: "x" });
    const { cookie } = await build.session({ agentId: agent.id });
    await changeAgent(admin, agent.id, { inboxIds: [inbox.id] });
    expect((await byCookie(cookie))?.agent.inboxIds).toEqual([inbox.id]);
    await changeAgent(admin, agent.id, { inboxIds: [] });
    expect((await byCookie(cookie))?.agent.inboxIds).toEqual([]);
    expect(await codeOf(changeAgent(admin, agent.id, { inboxIds: [99] }))).toBe("invalid");
  });

  it("never leaves the workspace without an admin, nor an admin without themselves", async () => {
    const admin = await admins();
    await build.agent({ role: "admin" });
    expect(await codeOf(changeAgent(admin, admin.id, { role: "agent" }))).toBe("conflict");
    expect(await codeOf(changeAgent(admin, admin.id, { deactivated: true }))).toBe("conflict");
    const second = await admins();
    expect(await codeOf(changeAgent(second, admin.id, { deactivated: true }))).toBe("");
    expect((await listAgents(second)).items.find(({ id }) => id === admin.id)?.state).toBe("deactivated");
  });

  it("is for admins", async () => {
    const agent = await build.agent();
    expect(await codeOf(changeAgent(agent, agent.id, { role: "admin" }))).toBe("forbidden");
  });
});

describe("an agent's own affairs", () => {
  useFreshStore();

  it("changes the password only with the old one, and ends every other session", async () => {
    const agent = await build.agent({ passwordHash: await hashPassword("the old password") });
    const [here, there] = [await build.session({ agentId: agent.id }), await build.session({ agentId: agent.id })];
    const wish = { currentPassword: "wrong", newPassword: "the new password" };
    expect(await codeOf(changePassword(agent, here.id, wish))).toBe("invalid");
    expect(await byCookie(there.cookie)).not.toBeNull();
    await changePassword(agent, here.id, { ...wish, currentPassword: "the old password" });
    expect(await byCookie(here.cookie)).not.toBeNull();
    expect(await byCookie(there.cookie)).toBeNull();
  });

  it("makes guessing the old password wait", async () => {
    const agent = await build.agent({ passwordHash: await hashPassword("the old password") });
    const guess = () => codeOf(changePassword(agent, null, { currentPassword: "x", newPassword: "the new password" }));
    for (let n = 0; n < 5; n += 1) expect(await guess()).toBe("invalid");
    expect(await guess()).toBe("rate_limited");
  });

  it("lists and ends own sessions, and nobody else's", async () => {
    const agent = await build.agent();
    const [here, there] = [await build.session({ agentId: agent.id }), await build.session({ agentId: agent.id })];
    const foreign = await build.session();
    await build.session({ agentId: agent.id, lastSeenAt: new Date(0) });
    const { items } = await listSessions(agent, here.id);
    expect(new Map(items.map(({ id, current }) => [id, current]))).toEqual(
      new Map([
        [here.id, true],
        [there.id, false],
      ]),
    );
    await endSession(agent, there.id);
    expect(await byCookie(there.cookie)).toBeNull();
    expect(await codeOf(endSession(agent, there.id))).toBe("not_found");
    expect(await codeOf(endSession(agent, foreign.id))).toBe("not_found");
  });

  it("shows a token once and lets its owner revoke it", async () => {
    const agent = await build.agent();
    const made = await addToken(agent, { name: "Script", scope: "read" });
    expect(await byToken(made.token)).toMatchObject({ via: "token", scope: "read", agent: { id: agent.id } });
    const [listed] = (await listTokens(agent)).items;
    expect(listed).toMatchObject({ id: made.id, name: "Script", scope: "read" });
    expect(listed?.token).toBeUndefined();
    expect(await codeOf(revokeToken(await build.agent(), made.id))).toBe("not_found");
    await revokeToken(agent, made.id);
    expect(await byToken(made.token)).toBeNull();
    expect((await listTokens(agent)).items).toEqual([]);
  });

  it("merges preferences by name, takes away what is null, and stays small", async () => {
    const agent = await build.agent();
    await changeMe(agent, { preferences: { theme: "dark", density: "compact" }, signature: "Best" });
    await changeMe(agent, { preferences: { theme: null, panes: [1, 2] }, name: "Anna" });
    expect(await readMe(agent)).toMatchObject({
      preferences: { density: "compact", panes: [1, 2] },
      signature: "Best",
      name: "Anna",
    });
    expect((await readMe(agent)).preferences).not.toHaveProperty("theme");
    expect(await codeOf(changeMe(agent, { preferences: { big: "x".repeat(30_000) } }))).toBe("invalid");
  });
});
