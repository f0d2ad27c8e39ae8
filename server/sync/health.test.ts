import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { addError, listErrors } from "#db/queries/health/errors";
import { addTraffic, connectionsOf, trafficSince } from "#db/queries/health/traffic";
import { accountById } from "#db/queries/sync/accounts";
import { accountErrors, folders } from "#db/schema/index";
import { now } from "#server/clock";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { until } from "#server/testing/run-sync";
import { useScriptedSync } from "#server/testing/scripted-sync";

useFreshStore();
const scripted = useScriptedSync();

const ago = (minutes: number) => new Date(now().getTime() - minutes * 60_000);
const traffic = async () => (await trafficSince(store().read, ago(60))).get(1);
const connectionCount = async () => (await connectionsOf(store().read)).get(1)?.count ?? 0;

describe("what is known of an account's sync", () => {
  it("is how many connections are up, and what went over the wire", async () => {
    const { server, start } = await scripted(200);
    const sync = await start();
    await sync.settled();
    await until(async () => (await connectionCount()) === 2);
    expect((await accountById(store().read, 1))?.lastContactAt).not.toBeNull();
    await sync.stop();
    expect(await connectionCount()).toBe(0);
    const used = await traffic();
    expect(used?.sentBytes).toBeGreaterThan(100);
    // Headers of 200 mails.
    expect(used?.receivedBytes).toBeGreaterThan(200 * 100);
    await server.stop();
  });

  it("is that a connection broke, until there is another", async () => {
    const { server, start } = await scripted(5);
    const sync = await start();
    await sync.settled();
    await until(async () => (await connectionCount()) === 2);
    await server.stop();
    await until(async () => (await connectionCount()) === 0);
    await until(async () => (await listErrors(store().read, 1)).some((error) => error.code !== "connection_lost"));
    expect((await listErrors(store().read, 1)).every((error) => error.detail !== "")).toBe(true);
  });

  it("is since when it needs somebody, with the reason in words and without the password", async () => {
    const { start } = await scripted(5);
    await start({ password: "canary-3c3c" });
    const account = await until(async () => {
      const row = await accountById(store().read, 1);
      return row?.state === "needs-attention" ? row : null;
    });
    expect(account.attentionSince).not.toBeNull();
    const errors = await listErrors(store().read, 1);
    expect(errors).toMatchObject([{ code: "wrong_password", folder: null }]);
    expect(errors[0]?.count).toBeGreaterThan(1);
    expect(JSON.stringify(errors)).not.toContain("canary-3c3c");
  });
});

describe("recent errors", () => {
  it("are twenty at most; the same again is counted, and comes to the front", async () => {
    const account = await build.account();
    const folder = await build.folder({ accountId: account.id });
    const add = (detail: string, folderId: number | null = null) =>
      store().write((tx) => addError(tx, { accountId: account.id, folderId, code: "server_error", detail }, now()));
    for (let number = 1; number <= 25; number += 1) await add(`Failure ${number}`);
    await add("Failure 9");
    await add("Failure 9", folder.id);
    const errors = await listErrors(store().read, account.id);
    expect(errors).toHaveLength(20);
    expect(await store().read.$count(accountErrors)).toBe(20);
    expect(errors.slice(0, 2)).toMatchObject([
      { detail: "Failure 9", folder: "INBOX", count: 1 },
      { detail: "Failure 9", folder: null, count: 2 },
    ]);
    await store().write(async (tx) => tx.delete(folders).where(eq(folders.id, folder.id)));
    expect((await listErrors(store().read, account.id))[0]).toMatchObject({ folder: null });
  });

  it("and bytes of an account that is gone are dropped", async () => {
    await store().write(async (tx) => {
      await addError(tx, { accountId: 99, folderId: null, code: "x", detail: "x" }, now());
      addTraffic(tx, [{ accountId: 99, sentBytes: 1, receivedBytes: 1 }], now());
    });
    expect(await store().read.$count(accountErrors)).toBe(0);
    expect((await trafficSince(store().read, ago(60))).size).toBe(0);
  });
});
