import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { changesAfter, latestSeq } from "#db/queries/changes";
import { accounts, conversationInboxes } from "#db/schema/index";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { unseal } from "#server/vault";
import { changeAccount } from "./change-account.ts";
import { syncAccountNow } from "./sync-account-now.ts";

async function rowOf(accountId: number) {
  const [row] = await store().read.select().from(accounts).where(eq(accounts.id, accountId));
  if (!row) throw new Error("The account is gone.");
  return row;
}

describe("changing an account", () => {
  useFreshStore();

  it("renames without disturbing the engine", async () => {
    const admin = await build.agent({ role: "admin" });
    const account = await build.account();
    await changeAccount(admin, account.id, { name: "Sales", senderName: "Acme Sales" });
    const { settingsVersion } = account;
    expect(await rowOf(account.id)).toMatchObject({
      name: "Sales",
      senderName: "Acme Sales",
      state: "live",
      settingsVersion,
    });
  });

  it("pauses, and resumes by connecting anew", async () => {
    const admin = await build.agent({ role: "admin" });
    const account = await build.account({ stateCode: "throttled", stateDetail: "Slow down.", nextRetryAt: new Date() });
    await changeAccount(admin, account.id, { paused: true });
    const paused = await rowOf(account.id);
    expect(paused).toMatchObject({ state: "paused", stateCode: "", stateDetail: "", nextRetryAt: null });
    await changeAccount(admin, account.id, { paused: false });
    const resumed = await rowOf(account.id);
    expect(resumed.state).toBe("connecting");
    expect([paused.settingsVersion, resumed.settingsVersion]).toEqual([
      account.settingsVersion + 1,
      account.settingsVersion + 2,
    ]);
  });

  it("takes a new password and tries it at once", async () => {
    const admin = await build.agent({ role: "admin" });
    const account = await build.account({ state: "needs-attention", stateCode: "wrong_password" });
    await changeAccount(admin, account.id, { password: "canary-new" });
    const row = await rowOf(account.id);
    expect(unseal(`accounts:secret:${account.id}`, row.secret)).toBe("canary-new");
    expect(row).toMatchObject({ state: "connecting", stateCode: "", settingsVersion: account.settingsVersion + 1 });
  });

  it("leaves a paused account paused when it takes a new password", async () => {
    const admin = await build.agent({ role: "admin" });
    const account = await build.account({ state: "paused" });
    await changeAccount(admin, account.id, { password: "canary-new" });
    expect((await rowOf(account.id)).state).toBe("paused");
  });

  it("changes nothing on the way to a state that it has", async () => {
    const admin = await build.agent({ role: "admin" });
    const account = await build.account({ state: "syncing" });
    await changeAccount(admin, account.id, { paused: false });
    expect((await rowOf(account.id)).state).toBe("syncing");
  });

  it("lets its owner change it, and nobody else who only sees it", async () => {
    const inbox = await build.inbox();
    const [owner, colleague] = [
      await build.agent({ inboxIds: [inbox.id] }),
      await build.agent({ inboxIds: [inbox.id] }),
    ];
    const account = await build.account({ inboxId: inbox.id, ownerId: owner.id });
    await changeAccount(owner, account.id, { name: "Mine" });
    await expect(changeAccount(colleague, account.id, { name: "Ours" })).rejects.toMatchObject({ code: "forbidden" });
    expect((await rowOf(account.id)).name).toBe("Mine");
  });

  it("is not there for an agent of another inbox", async () => {
    const account = await build.account();
    const stranger = await build.agent({ inboxIds: [(await build.inbox()).id] });
    await expect(changeAccount(stranger, account.id, { name: "Ours" })).rejects.toMatchObject({ code: "not_found" });
    await expect(syncAccountNow(stranger, account.id)).rejects.toMatchObject({ code: "not_found" });
    expect(await rowOf(account.id)).toMatchObject({ name: account.name, settingsVersion: account.settingsVersion });
  });

  it("moves to another inbox with all its mail, told to both", async () => {
    const [from, to] = [await build.inbox(), await build.inbox()];
    const admin = await build.agent({ role: "admin" });
    const account = await build.account({ inboxId: from.id });
    const folder = await build.folder({ accountId: account.id });
    const conversationIds: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      const message = await build.message();
      await build.placement({ messageId: message.id, folderId: folder.id });
      conversationIds.push(message.conversationId);
    }
    const before = await latestSeq(store().read);
    await changeAccount(admin, account.id, { inboxId: to.id });
    const seen = await store().read.select().from(conversationInboxes);
    expect(seen.map((row) => [row.conversationId, row.inboxId])).toEqual(conversationIds.map((id) => [id, to.id]));
    expect((await rowOf(account.id)).recountFrom).toBeNull();
    const told = (await changesAfter(store().read, before, 20)).map(({ data }) => data);
    expect(told).toEqual([
      { type: "account.changed", accountId: account.id, inboxIds: [from.id, to.id] },
      ...conversationIds.map((conversationId) => ({
        type: "conversation.changed",
        conversationId,
        inboxIds: expect.toSatisfy((ids: number[]) => ids.includes(from.id) && ids.includes(to.id)),
      })),
    ]);
  });

  it("does not move where its address is connected already", async () => {
    const [from, to] = [await build.inbox(), await build.inbox()];
    const admin = await build.agent({ role: "admin" });
    const account = await build.account({ inboxId: from.id, emailAddress: "help@acme.test" });
    await build.account({ inboxId: to.id, emailAddress: "help@acme.test" });
    await expect(changeAccount(admin, account.id, { inboxId: to.id })).rejects.toMatchObject({ code: "conflict" });
    expect((await rowOf(account.id)).inboxId).toBe(from.id);
  });

  it("is looked at when somebody asks, unless it is paused", async () => {
    const inbox = await build.inbox();
    const member = await build.agent({ inboxIds: [inbox.id] });
    const account = await build.account({ inboxId: inbox.id });
    const paused = await build.account({ inboxId: inbox.id, state: "paused" });
    await syncAccountNow(member, account.id);
    expect((await rowOf(account.id)).lookVersion).toBe(account.lookVersion + 1);
    await expect(syncAccountNow(member, paused.id)).rejects.toMatchObject({ code: "conflict" });
  });
});
