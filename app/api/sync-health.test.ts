import { describe, expect, it } from "vitest";
import { AccountHealth, AccountHealthDetails, Comparison } from "#lib/contracts/sync-health";
import { pageOf } from "#lib/contracts/paging";
import type { Agent } from "#server/auth/agent";
import { keepBlob } from "#server/blobs";
import { now } from "#server/clock";
import { store } from "#server/store";
import { ask } from "#server/testing/ask";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import * as comparison from "./accounts/[id]/comparison/route.ts";
import * as health from "./accounts/[id]/health/route.ts";
import * as allHealth from "./accounts/health/route.ts";
import * as quarantineRoute from "./folders/[id]/quarantine/route.ts";
import * as retry from "./folders/[id]/quarantine/[uid]/retry/route.ts";
import * as source from "./folders/[id]/quarantine/[uid]/source/route.ts";

async function team() {
  const inbox = await build.inbox();
  const people = {
    admin: await build.agent({ role: "admin" }),
    adminInInbox: await build.agent({ role: "admin", inboxIds: [inbox.id] }),
    owner: await build.agent({ inboxIds: [inbox.id] }),
    member: await build.agent({ inboxIds: [inbox.id] }),
    stranger: await build.agent(),
  };
  const lastSyncedAt = new Date(now().getTime() - 5000);
  const account = await build.account({ inboxId: inbox.id, ownerId: people.owner.id, lastSyncedAt });
  const folder = await build.folder({ accountId: account.id, serverCount: 12, storedCount: 11, uidValidity: 77n });
  const aside = await build.quarantined({ folderId: folder.id, uid: 5 });
  return { ...people, account, folder, aside };
}

/** What the store holds, in its own words: nothing here knows its schema. */
const valueOf = (sql: string) => store().read.$client.prepare(sql).pluck().get();
const set = (sql: string, ...values: unknown[]) => store().write(async (tx) => tx.$client.prepare(sql).run(...values));

const paramsOf = (id: number, uid?: number) => ({ id: String(id), ...(uid !== undefined && { uid: String(uid) }) });

describe("the health of accounts", () => {
  useFreshStore();

  it("is told to who may know of the account, and says who may do something about it", async () => {
    const { admin, owner, member, stranger, account } = await team();
    const listFor = async (agent: Agent) => {
      const { items } = pageOf(AccountHealth).parse(await (await ask(allHealth.GET, { agent })).json());
      return items.map((item) => [item.accountId, item.canChange]);
    };
    expect(await listFor(admin)).toEqual([[account.id, true]]);
    expect(await listFor(owner)).toEqual([[account.id, true]]);
    expect(await listFor(member)).toEqual([[account.id, false]]);
    expect(await listFor(stranger)).toEqual([]);
    const params = paramsOf(account.id);
    expect((await ask(health.GET, { agent: stranger, params })).status).toBe(404);
    const details = AccountHealthDetails.parse(await (await ask(health.GET, { agent: member, params })).json());
    expect(details).toMatchObject({
      state: "live",
      lagSeconds: expect.any(Number),
      connectionCount: 0,
      quarantinedCount: 1,
      comparison: { state: null, totalCount: 0 },
      folders: [{ path: "INBOX", uidValidity: "77", serverCount: 12, storedCount: 11, comparison: null }],
      errors: [],
    });
  });

  it("is compared at the word of an admin or the owner, once at a time", async () => {
    const { admin, owner, member, stranger, account } = await team();
    const params = paramsOf(account.id);
    const compare = (agent: Agent) => ask(comparison.POST, { agent, params, method: "POST" });
    expect((await compare(stranger)).status).toBe(404);
    expect((await compare(member)).status).toBe(403);
    const answer = await compare(owner);
    expect(answer.status).toBe(202);
    expect(Comparison.parse(await answer.json())).toMatchObject({ accountId: account.id, state: "wished" });
    expect((await compare(admin)).status).toBe(202);
    expect(valueOf("select settings_version from accounts")).toBe(account.settingsVersion + 1);
    expect(await (await ask(comparison.GET, { agent: member, params })).json()).toMatchObject({ state: "wished" });
    await set("update accounts set state = 'paused'");
    expect((await compare(admin)).status).toBe(409);
  });
});

describe("what was set aside", () => {
  useFreshStore();

  it("is listed, and tried again at once", async () => {
    const { owner, member, stranger, account, folder, aside } = await team();
    const listed = await ask(quarantineRoute.GET, { agent: member, params: paramsOf(folder.id) });
    expect(await listed.json()).toMatchObject({ items: [{ uid: 5, reason: aside.reason, attemptCount: 1 }] });
    const again = (agent: Agent, uid = 5) =>
      ask(retry.POST, { agent, params: paramsOf(folder.id, uid), method: "POST" });
    expect([(await again(stranger)).status, (await again(member)).status]).toEqual([404, 403]);
    expect((await again(owner, 6)).status).toBe(404);
    expect((await again(owner)).status).toBe(204);
    expect(valueOf("select next_attempt_at from quarantine")).toBeLessThanOrEqual(now().getTime());
    expect(valueOf("select settings_version from accounts")).toBe(account.settingsVersion + 1);
  });

  it("is handed out as a file that no browser opens, to members who may change the account", async () => {
    const { admin, adminInInbox, owner, member, stranger, folder, aside } = await team();
    const bytes = Buffer.from("Subject: <script>alert(1)</script>\r\n\r\n\x00\xff", "latin1");
    const sourceBlob = await keepBlob(bytes);
    await set("update quarantine set source_blob = ? where id = ?", sourceBlob, aside.id);
    const read = (agent: Agent) => ask(source.GET, { agent, params: paramsOf(folder.id, 5) });
    for (const agent of [admin, member, stranger]) expect((await read(agent)).status).toBe(404);
    for (const agent of [adminInInbox, owner]) {
      const answer = await read(agent);
      expect(answer.headers.get("content-type")).toBe("message/rfc822");
      expect(answer.headers.get("content-disposition")).toContain('attachment; filename="unreadable-5.eml"');
      expect(answer.headers.get("content-security-policy")).toContain("sandbox");
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    }
    expect(valueOf("select count(*) from operations")).toBe(0);
  });

  it("is not asked for by who may not have it, nor while the account is not connected", async () => {
    const { admin, member, owner, folder } = await team();
    for (const agent of [admin, member])
      expect((await ask(source.GET, { agent, params: paramsOf(folder.id, 5) })).status).toBe(404);
    await set("update accounts set state = 'needs-attention'");
    expect((await ask(source.GET, { agent: owner, params: paramsOf(folder.id, 5) })).status).toBe(503);
    expect(valueOf("select count(*) from operations")).toBe(0);
  });
});
