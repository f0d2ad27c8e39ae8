import { and, eq, inArray, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { accountComparison, folderComparisonsOf, wishComparison } from "#db/queries/health/comparisons";
import { foldersOf } from "#db/queries/sync/folders";
import { accounts, activities, folders, messages, operations, placements, quarantine } from "#db/schema/index";
import { now } from "#server/clock";
import { commit } from "#server/events/commit";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { startDovecot, type Dovecot } from "#server/testing/dovecot/start-dovecot";
import { useFreshStore } from "#server/testing/fresh-store";
import { quietTiming } from "#server/testing/quiet-timing";
import { runSync, until, type RunningSync } from "#server/testing/run-sync";

const mailCount = 30;
const hour = 3_600_000;

const mail = (id: number | string) =>
  `Message-ID: <${id}@customer.test>\r\nFrom: Ada <ada@customer.test>\r\nSubject: Mail ${id}\r\n\r\nHello ${id}.\r\n`;

/** As a person asks for it. */
async function compareNow(accountId: number): Promise<void> {
  await commit(async (tx, tell) => {
    await wishComparison(tx, accountId, now());
    await tx
      .update(accounts)
      .set({ settingsVersion: sql`${accounts.settingsVersion} + 1` })
      .where(eq(accounts.id, accountId));
    tell({ type: "account.changed", accountId, inboxIds: [] });
  });
  await until(async () => (await accountComparison(store().read, accountId))?.state === "done");
}

describe.each(["qresync", "condstore", "plain"] as const)("comparing with a server of kind %s", (capability) => {
  useFreshStore();
  const users = Array.from({ length: 8 }, (_, index) => ({ name: `user${index}`, password: "secret" }));
  let dovecot: Dovecot;
  let sync: RunningSync;
  let next = 0;
  beforeAll(async () => {
    dovecot = await startDovecot({ users, capability });
  });
  afterEach(() => sync.stop());
  afterAll(() => dovecot.stop());

  /** All mail of INBOX is here, and the engine waits for something to happen. */
  async function atRest() {
    const user = users[next] ?? { name: "", password: "" };
    next += 1;
    for (let id = 1; id <= mailCount; id += 1) await dovecot.deliver(user.name, mail(`${user.name}.${id}`));
    sync = await runSync({ port: dovecot.imapPort, ...user }, { timing: quietTiming });
    await sync.settled();
    const inbox = (await foldersOf(store().read, sync.account.id)).find((folder) => folder.role === "inbox");
    if (!inbox) throw new Error("There is no INBOX.");
    const at = (uid: number) => and(eq(placements.folderId, inbox.id), eq(placements.uid, uid));
    const placementAt = async (uid: number) => {
      const [row] = await store().read.select().from(placements).where(at(uid));
      if (!row) throw new Error(`There is nothing at ${uid}.`);
      return row;
    };
    return { user, inbox, accountId: sync.account.id, at, placementAt };
  }

  const resultOf = async (accountId: number) =>
    (await folderComparisonsOf(store().read, accountId)).find((row) => row.path === "INBOX");

  it("says that all are equal when they are", async () => {
    const { accountId } = await atRest();
    await compareNow(accountId);
    expect(await resultOf(accountId)).toMatchObject({
      state: "done",
      totalCount: mailCount,
      equalCount: mailCount,
      differenceCount: 0,
      progressDone: mailCount,
      progressTotal: mailCount,
      detail: "",
    });
    const rows = await folderComparisonsOf(store().read, accountId);
    expect(rows).toHaveLength((await foldersOf(store().read, accountId)).length);
    expect(rows.every((row) => row.state === "done" && row.endedAt)).toBe(true);
  });

  it("names a lost placement, a flag that is not the server's and one that never was there, and mends them", async () => {
    const { accountId, at, inbox, placementAt } = await atRest();
    const lost = await placementAt(4);
    const { id: _, ...copied } = await placementAt(9);
    await store().write(async (tx) => {
      await tx.delete(placements).where(at(4));
      await tx
        .update(placements)
        .set({ flagged: true, keywords: ["Planted"] })
        .where(at(7));
      await tx.insert(placements).values({ ...copied, uid: 4711 });
    });
    await compareNow(accountId);
    const result = await resultOf(accountId);
    expect(result).toMatchObject({ totalCount: mailCount, equalCount: mailCount, differenceCount: 3, mendedCount: 3 });
    expect(result?.differences.toSorted((a, b) => a.uid - b.uid)).toEqual([
      { uid: 4, kind: "only-there", here: [], there: [], isMended: true },
      { uid: 7, kind: "flags", here: ["\\Flagged", "Planted"], there: [], isMended: true },
      { uid: 4711, kind: "only-here", here: [], there: [], isMended: true },
    ]);
    expect(await placementAt(4)).toMatchObject({ messageId: lost.messageId, missingSince: null });
    expect(await placementAt(7)).toMatchObject({ flagged: false, keywords: [] });
    expect((await placementAt(4711)).missingSince).not.toBeNull();
    expect(await store().read.$count(messages)).toBe(mailCount);
    const [folder] = await store().read.select().from(folders).where(eq(folders.id, inbox.id));
    expect(folder?.storedCount).toBe(mailCount);
    await sync.settled();
  });

  it("finds again what was taken for gone", async () => {
    const { accountId, at, placementAt } = await atRest();
    await store().write(async (tx) => tx.update(placements).set({ missingSince: now() }).where(at(11)));
    await compareNow(accountId);
    expect(await resultOf(accountId)).toMatchObject({ equalCount: mailCount, differenceCount: 1, mendedCount: 1 });
    expect((await placementAt(11)).missingSince).toBeNull();
  });

  it("leaves alone what an agent has done and the server was not told of, and does not call it a difference", async () => {
    const { accountId, at, placementAt } = await atRest();
    const { id: placementId, messageId } = await placementAt(5);
    const payload = { kind: "store-flags" as const, add: ["\\Seen"], remove: [] };
    const wish = { accountId, placementId, messageId, payload, kind: payload.kind };
    const operation = await build.operation({ ...wish, notBefore: new Date(now().getTime() + hour) });
    await store().write(async (tx) => tx.update(placements).set({ seen: true }).where(at(5)));
    await compareNow(accountId);
    expect(await resultOf(accountId)).toMatchObject({
      totalCount: mailCount,
      equalCount: mailCount - 1,
      pendingCount: 1,
      differenceCount: 0,
    });
    expect((await placementAt(5)).seen).toBe(true);
    await store().write(async (tx) => tx.delete(operations).where(eq(operations.id, operation.id)));
  });

  it("shows again where it lies what the server said it had moved and still has", async () => {
    const { accountId, at, placementAt } = await atRest();
    const archive = await build.folder({ accountId, role: "archive" });
    const payload = { kind: "move" as const, toFolderId: archive.id };
    const wish = { accountId, payload, kind: payload.kind, state: "done" as const };
    const moved = await Promise.all([6, 8].map(placementAt));
    const hourAgo = new Date(now().getTime() - hour);
    for (const [index, { id }] of moved.entries())
      await build.operation({ ...wish, placementId: id, settledAt: index === 0 ? hourAgo : now() });
    const isMoved = inArray(
      placements.id,
      moved.map(({ id }) => id),
    );
    await store().write(async (tx) => tx.update(placements).set({ movingToFolderId: archive.id }).where(isMoved));
    await compareNow(accountId);
    expect(await resultOf(accountId)).toMatchObject({ equalCount: mailCount - 1, pendingCount: 1, differenceCount: 0 });
    expect(await placementAt(6)).toMatchObject({ movingToFolderId: null, missingSince: null });
    expect((await placementAt(8)).movingToFolderId).toBe(archive.id);
    const told = await store().read.select().from(activities).where(eq(activities.kind, "act-failed"));
    expect(told).toHaveLength(1);
    await store().write(async (tx) => tx.update(placements).set({ movingToFolderId: null }).where(at(8)));
  });

  it("counts what was set aside apart, and does not fetch it", async () => {
    const { accountId, at, inbox } = await atRest();
    await store().write(async (tx) => {
      await tx.delete(placements).where(at(3));
      const later = new Date(now().getTime() + hour);
      const aside = { folderId: inbox.id, generation: inbox.generation, uid: 3, reason: "Unreadable" };
      await tx.insert(quarantine).values({ ...aside, nextAttemptAt: later, createdAt: now() });
    });
    await compareNow(accountId);
    expect(await resultOf(accountId)).toMatchObject({
      totalCount: mailCount,
      equalCount: mailCount - 1,
      quarantinedCount: 1,
      differenceCount: 0,
    });
    expect(await store().read.$count(placements, at(3))).toBe(0);
  });

  it("is carried out after a restart when it was broken off", async () => {
    const { accountId } = await atRest();
    await sync.restart();
    await compareNow(accountId);
    await sync.stop();
    await store().write(async (tx) => {
      tx.run(sql`update account_comparisons set state = 'running', attempt_count = 1`);
    });
    await sync.restart();
    await until(async () => (await accountComparison(store().read, accountId))?.state === "done");
    expect(await accountComparison(store().read, accountId)).toMatchObject({ attemptCount: 2, detail: "" });
    await sync.stop();
    await store().write(async (tx) => {
      tx.run(sql`update account_comparisons set state = 'running', attempt_count = 3`);
    });
    await sync.restart();
    await until(async () => (await accountComparison(store().read, accountId))?.state === "failed");
    expect((await accountComparison(store().read, accountId))?.detail).toContain("connection");
  });
});
