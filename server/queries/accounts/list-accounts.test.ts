import { describe, expect, it, onTestFinished } from "vitest";
import { addTraffic } from "#db/queries/health/traffic";
import { Account, Folder } from "#lib/contracts/account";
import { useClock } from "#server/clock";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { listAccountHealth } from "../health/list-account-health.ts";
import { listFolders } from "../folders/list-folders.ts";
import { getAccount } from "./get-account.ts";
import { listAccounts } from "./list-accounts.ts";

describe("the list of accounts", () => {
  useFreshStore();

  it("shows an admin all, an agent those of their inboxes and their own", async () => {
    const [mine, theirs] = [await build.inbox(), await build.inbox()];
    const agent = await build.agent({ inboxIds: [mine.id] });
    const admin = await build.agent({ role: "admin" });
    const shared = await build.account({ inboxId: mine.id });
    const own = await build.account({ inboxId: theirs.id, ownerId: agent.id });
    const foreign = await build.account({ inboxId: theirs.id });
    const idsFor = async (asker: typeof agent) => (await listAccounts(asker)).items.map((account) => account.id);
    expect(await idsFor(admin)).toEqual([shared.id, own.id, foreign.id]);
    expect(await idsFor(agent)).toEqual([shared.id, own.id]);
    const { items } = await listAccounts(agent);
    expect(items.map((account) => account.canChange)).toEqual([false, true]);
  });

  it("hides from an agent what is neither theirs nor their inboxes', and from all what was removed", async () => {
    const stranger = await build.agent({ inboxIds: [(await build.inbox()).id] });
    const admin = await build.agent({ role: "admin" });
    const account = await build.account();
    const removed = await build.account({ removedAt: new Date() });
    await expect(getAccount(stranger, account.id)).rejects.toMatchObject({ code: "not_found" });
    expect((await listAccounts(stranger)).items).toEqual([]);
    await expect(getAccount(admin, removed.id)).rejects.toMatchObject({ code: "not_found" });
    expect((await listAccounts(admin)).items.map((item) => item.id)).toEqual([account.id]);
  });

  it("never carries the secret, sealed or not", async () => {
    const admin = await build.agent({ role: "admin" });
    const { secret } = await build.account({ password: "canary-2b2b" });
    const text = JSON.stringify(await listAccounts(admin));
    expect(text).not.toContain(secret);
    expect(text).not.toContain("canary-2b2b");
  });

  it("says what waits for the bytes of the day, and until when", async () => {
    const admin = await build.agent({ role: "admin" });
    const [gmail, other] = [await build.account({ provider: "gmail" }), await build.account()];
    const at = new Date("2026-03-02T12:10:00Z");
    onTestFinished(useClock({ now: () => at }));
    const used = (accountId: number) => ({ accountId, sentBytes: 0, receivedBytes: 1_600_000_000 });
    await store().write(async (tx) =>
      addTraffic(tx, [used(gmail.id), used(other.id)], new Date("2026-03-02T09:30:00Z")),
    );
    const { items } = await listAccounts(admin);
    const waiting = { scope: "bodies", until: "2026-03-03T10:00:00.000Z" };
    expect(items.map(({ waitsForBytes }) => waitsForBytes)).toEqual([waiting, null]);
    const { items: health } = await listAccountHealth(admin);
    expect(health.map(({ budget }) => budget.holds)).toEqual([[{ ...waiting, code: "daily_bytes", detail: "" }], []]);
  });

  it("sums the mail over an account's folders", async () => {
    const admin = await build.agent({ role: "admin" });
    const account = await build.account({ backfillDone: 40, backfillTotal: 60 });
    await build.folder({ accountId: account.id, storedCount: 30 });
    await build.folder({ accountId: account.id, role: "sent", storedCount: 12 });
    await build.account();
    const { items } = await listAccounts(admin);
    expect(items.map((item) => Account.parse(item).placementCount)).toEqual([42, 0]);
    expect(items[0]?.backfill).toEqual({ done: 40, total: 60 });
  });

  it("has folders with numbers that no JavaScript number could hold", async () => {
    const admin = await build.agent({ role: "admin" });
    const account = await build.account();
    await build.folder({ accountId: account.id, uidValidity: 4294967295n, highestModseq: 9223372036854775807n });
    const { items } = await listFolders(admin, account.id);
    expect(Folder.parse(items[0])).toMatchObject({ uidValidity: "4294967295", highestModseq: "9223372036854775807" });
    await expect(listFolders(await build.agent(), account.id)).rejects.toMatchObject({ code: "not_found" });
  });
});
