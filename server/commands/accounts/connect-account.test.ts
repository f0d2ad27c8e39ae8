import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { findAccountRow, listAccountRows } from "#db/queries/accounts/accounts";
import { changesAfter } from "#db/queries/changes";
import { accounts, workspace } from "#db/schema/index";
import type { ConnectAccount } from "#lib/contracts/account";
import type { Agent } from "#server/auth/agent";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { unseal } from "#server/vault";
import { connectAccount } from "./connect-account.ts";

const password = "canary-1f2e3d";

const settings = (wishes: Partial<ConnectAccount> = {}): ConnectAccount => ({
  emailAddress: "Help@Acme.test",
  password,
  name: "Help",
  mode: "two-way",
  imap: { host: "127.0.0.1", port: 993, security: "tls" },
  smtp: { host: "127.0.0.1", port: 465, security: "tls" },
  ...wishes,
});

const rowOf = (agent: Agent, accountId: number) => findAccountRow(store().read, agent, accountId);
const rowsFor = (agent: Agent) => listAccountRows(store().read, agent);

async function letAgentsConnect(): Promise<void> {
  await store().write(async (tx) => tx.insert(workspace).values({ id: 1, agentsMayConnect: true }));
}

describe("connecting an account", () => {
  useFreshStore();

  it("stores it, tells the engine and answers at once", async () => {
    const { id: inboxId } = await build.inbox();
    const admin = await build.agent({ role: "admin" });
    const id = await connectAccount(admin, settings({ historySince: "2026-01-01T00:00:00.000Z", senderName: "Acme" }));
    expect(await rowOf(admin, id)).toMatchObject({
      id,
      inboxId,
      ownerId: null,
      name: "Help",
      senderName: "Acme",
      emailAddress: "help@acme.test",
      username: "Help@Acme.test",
      provider: "generic",
      mode: "two-way",
      historySince: new Date("2026-01-01T00:00:00.000Z"),
      state: "connecting",
      placementCount: 0,
    });
    const told = await changesAfter(store().read, 0, 10);
    expect(told.map(({ data }) => data)).toEqual([{ type: "account.changed", accountId: id, inboxIds: [inboxId] }]);
  });

  it("keeps the password sealed to its row, and shows it to nobody", async () => {
    await build.inbox();
    const admin = await build.agent({ role: "admin" });
    const id = await connectAccount(admin, settings());
    const [row] = await store().read.select().from(accounts).where(eq(accounts.id, id));
    const secret = row?.secret ?? "";
    expect(unseal(`accounts:secret:${id}`, secret)).toBe(password);
    expect(() => unseal(`accounts:secret:${id + 1}`, secret)).toThrow();
    expect(JSON.stringify(row)).not.toContain(password);
    expect(JSON.stringify(await rowsFor(admin))).not.toContain(secret);
  });

  it("gives each account the next colour", async () => {
    await build.inbox();
    const admin = await build.agent({ role: "admin" });
    await connectAccount(admin, settings({ emailAddress: "a@acme.test" }));
    await connectAccount(admin, settings({ emailAddress: "b@acme.test" }));
    expect((await rowsFor(admin)).map((account) => account.color)).toEqual([0, 1]);
  });

  it("refuses the same address twice in one inbox and takes it in another", async () => {
    const [first, second] = [await build.inbox(), await build.inbox()];
    const admin = await build.agent({ role: "admin" });
    await connectAccount(admin, settings({ inboxId: first.id }));
    await expect(
      connectAccount(admin, settings({ inboxId: first.id, emailAddress: "HELP@acme.test" })),
    ).rejects.toMatchObject({ code: "conflict", details: { issues: [{ path: "emailAddress" }] } });
    await expect(connectAccount(admin, settings({ inboxId: second.id }))).resolves.toBeGreaterThan(0);
  });

  it.each([
    [{ imap: { host: "10.0.0.8", port: 993, security: "tls" } }, "imap.host"],
    [{ smtp: { host: "169.254.169.254", port: 465, security: "tls" } }, "smtp.host"],
    [{ imap: { host: "8.8.4.4", port: 22, security: "tls" } }, "imap.port"],
    [{ smtp: { host: "8.8.4.4", port: 587, security: "none" } }, "smtp.security"],
    [{ imap: { host: "imap.nowhere.invalid", port: 993, security: "tls" } }, "imap.host"],
  ] as const)("refuses a server that may not be talked to: %o", async (server, path) => {
    await build.inbox();
    const admin = await build.agent({ role: "admin" });
    await expect(connectAccount(admin, settings(server))).rejects.toMatchObject({
      code: "invalid",
      details: { issues: [{ path }] },
    });
    expect(await rowsFor(admin)).toEqual([]);
  });

  describe("as an agent who is no admin", () => {
    const connectAs = (agent: Agent, inboxId?: number) =>
      connectAccount(agent, settings(inboxId === undefined ? {} : { inboxId }));

    it("is refused until admins allow it", async () => {
      const inbox = await build.inbox();
      await expect(connectAs(await build.agent({ inboxIds: [inbox.id] }))).rejects.toMatchObject({ code: "forbidden" });
    });

    it("makes them the owner, in the first of their inboxes", async () => {
      await build.inbox();
      const own = await build.inbox();
      await letAgentsConnect();
      const agent = await build.agent({ inboxIds: [own.id] });
      const account = await rowOf(agent, await connectAs(agent));
      expect(account).toMatchObject({ inboxId: own.id, ownerId: agent.id });
    });

    it("does not reach an inbox they do not belong to", async () => {
      const [other, own] = [await build.inbox(), await build.inbox()];
      await letAgentsConnect();
      const agent = await build.agent({ inboxIds: [own.id] });
      await expect(connectAs(agent, other.id)).rejects.toMatchObject({
        code: "invalid",
        details: { issues: [{ path: "inboxId" }] },
      });
    });

    it("is refused without any inbox", async () => {
      await build.inbox();
      await letAgentsConnect();
      await expect(connectAs(await build.agent())).rejects.toMatchObject({ code: "invalid" });
    });
  });

  it("refuses an inbox that does not exist", async () => {
    await build.inbox();
    const admin = await build.agent({ role: "admin" });
    await expect(connectAccount(admin, settings({ inboxId: 99 }))).rejects.toMatchObject({ code: "invalid" });
  });
});
