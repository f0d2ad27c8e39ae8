import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { raiseLookVersion } from "#db/queries/accounts/accounts";
import { accountById, type AccountPatch } from "#db/queries/sync/accounts";
import { accounts, changes, placements } from "#db/schema/index";
import { commit } from "#server/events/commit";
import { store } from "#server/store";
import { useFreshStore } from "#server/testing/fresh-store";
import { quietTiming } from "#server/testing/quiet-timing";
import { until } from "#server/testing/run-sync";
import { folderNamed, headersAsked, plainMail, shownIn, useScriptedSync } from "#server/testing/scripted-sync";
import { seal } from "#server/vault";

useFreshStore();
const scripted = useScriptedSync();

const account = () => accountById(store().read, 1);
const untilState = (state: string) =>
  until(async () => ((await account())?.state === state ? account() : null), 15_000, `the account is ${state}`);

/** As the commands of an account do it. */
const change = (patch: AccountPatch) =>
  commit(async (tx, tell) => {
    const next = { ...patch, settingsVersion: sql`${accounts.settingsVersion} + 1` };
    await tx.update(accounts).set(next).where(eq(accounts.id, 1));
    tell({ type: "account.changed", accountId: 1, inboxIds: [1] });
  });

/** Asks for a look as a person does, and waits for it. */
async function lookNow(): Promise<void> {
  const at = (await account())?.lastContactAt;
  await commit(async (tx, tell) => {
    raiseLookVersion(tx, 1);
    tell({ type: "account.changed", accountId: 1, inboxIds: [1] });
  });
  await until(async () => Number((await account())?.lastContactAt) > Number(at));
}

describe("an account's life", () => {
  it("goes from connecting over syncing to live, and says how much is done", async () => {
    const { start } = await scripted(120);
    await (await start()).settled();
    const live = await untilState("live");
    expect(live).toMatchObject({
      stateCode: "",
      stateDetail: "",
      backfillDone: 120,
      backfillTotal: 120,
      nextRetryAt: null,
    });
    expect(live?.lastSyncedAt).not.toBeNull();
    expect(live?.capabilities).toContain("QRESYNC");
  });

  it("waits for a server that went away, says so, and heals when it is back", async () => {
    const { server, mailbox, start } = await scripted(10);
    const sync = await start();
    await sync.settled();
    await server.stop();
    const waiting = await untilState("waiting");
    expect(waiting?.stateDetail).not.toBe("");
    expect(waiting?.nextRetryAt).not.toBeNull();
    mailbox.deliver(plainMail("meanwhile"));
    const back = await scripted(0, { port: server.port });
    back.mailbox.create("INBOX");
    for (let id = 1; id <= 11; id += 1) back.mailbox.deliver(plainMail(id));
    await untilState("live");
    await sync.settled();
    expect(await shownIn("INBOX")).toHaveLength(11);
  });

  it("asks for a person when the password is wrong, tries hardly any more, and goes on with a new one", async () => {
    const { server, start } = await scripted(5);
    const sync = await start({ password: "wrong" });
    const stopped = await untilState("needs-attention");
    expect(stopped).toMatchObject({ stateCode: "wrong_password" });
    const logins = () =>
      server.requests.filter(({ command }) => command === "LOGIN" || command === "AUTHENTICATE").length;
    expect(logins()).toBeLessThanOrEqual(2);
    await change({ secret: seal("accounts:secret:1", "secret") });
    await untilState("live");
    await sync.settled();
  });

  it("stops while it is paused and goes on when it is resumed", async () => {
    const { server, mailbox, start } = await scripted(5);
    const sync = await start();
    await sync.settled();
    await change({ state: "paused" });
    await until(async () => server.connectionCount() === 0);
    mailbox.deliver(plainMail("paused"));
    expect((await account())?.state).toBe("paused");
    await change({ state: "connecting" });
    await untilState("live");
    await sync.settled();
    expect(await shownIn("INBOX")).toHaveLength(6);
  });

  it("leaves the server when its account is removed", async () => {
    const { server, start } = await scripted(5);
    await (await start()).settled();
    await commit(async (tx, tell) => {
      await tx.delete(accounts).where(eq(accounts.id, 1));
      tell({ type: "account.removed", accountId: 1, inboxIds: [1] });
    });
    await until(async () => server.connectionCount() === 0);
    expect(await store().read.$count(placements)).toBe(0);
  });

  it("goes on with a first sync where it was stopped, and fetches nothing twice but one window", async () => {
    const { server, start } = await scripted(3000);
    const sync = await start();
    await until(async () => ((await folderNamed("INBOX").catch(() => null))?.storedCount ?? 0) > 900);
    await sync.restart();
    await sync.settled(30_000);
    expect(await shownIn("INBOX")).toHaveLength(3000);
    const asked = server.requests.flatMap(headersAsked);
    expect(asked.length).toBeLessThanOrEqual(3000 + 500);
  });

  it("brings only the history that is wanted, and all mail that comes", async () => {
    const { mailbox, start } = await scripted();
    const day = (text: string) => new Date(`${text}T12:00:00Z`);
    for (let id = 1; id <= 20; id += 1) mailbox.deliver(plainMail(id), "INBOX", [], day(`2024-01-${10 + id}`));
    await start({ historySince: day("2024-01-21") });
    await until(async () => (await account())?.state === "live");
    expect((await shownIn("INBOX")).map((row) => row.uid)).toEqual(Array.from({ length: 10 }, (_, at) => 11 + at));
    mailbox.deliver(plainMail("old"), "INBOX", [], day("2020-01-01"));
    mailbox.expunge("INBOX", [2, 15]);
    await until(async () => (await shownIn("INBOX")).some((row) => row.id === "old@customer.test"));
    await until(async () => !(await shownIn("INBOX")).some((row) => row.uid === 15));
    expect(await shownIn("INBOX")).toHaveLength(10);
  });

  it("asks for one list when somebody wants it looked at and nothing has happened, and says when it was", async () => {
    const { server, mailbox, start } = await scripted(10);
    mailbox.create("Elsewhere");
    const sync = await start({ timing: quietTiming });
    await sync.settled();
    await lookNow();
    const before = await untilState("live");
    const toldBefore = await store().read.$count(changes);
    const asked = server.requests.length;
    await lookNow();
    expect(server.requests.slice(asked).map(({ command }) => command)).toEqual(["LIST"]);
    expect((await account())?.lastContactAt?.getTime()).toBeGreaterThan(before?.lastContactAt?.getTime() ?? Infinity);
    // One for the wish, one for what came of it.
    expect(await store().read.$count(changes)).toBe(toldBefore + 2);
    mailbox.deliver(plainMail("elsewhere"), "Elsewhere");
    await lookNow();
    expect(await shownIn("Elsewhere")).toHaveLength(1);
  });

  it("tells of a thousand mails in a few changes, and of a new one by name", async () => {
    const { mailbox, start } = await scripted(1000);
    const sync = await start();
    await sync.settled();
    expect(await store().read.$count(changes)).toBeLessThan(150);
    expect(await store().read.$count(changes, eq(changes.type, "conversation.changed"))).toBe(0);
    mailbox.deliver(plainMail("new"));
    await sync.settled();
    expect(await store().read.$count(changes, eq(changes.type, "conversation.changed"))).toBeGreaterThan(0);
  });
});
