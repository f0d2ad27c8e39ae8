import { beforeEach, describe, expect, it } from "vitest";
import { sourcesOf } from "#db/queries/transfers/sources";
import { operations } from "#db/schema/index";
import { keepBlob } from "../../blobs.ts";
import { now } from "../../clock.ts";
import { AccountSessions } from "../../imap/account-sessions.ts";
import { store } from "../../store.ts";
import { build } from "../../testing/build.ts";
import { useFreshStore } from "../../testing/fresh-store.ts";
import { needSources } from "./need-sources.ts";

describe("sources that are needed", () => {
  useFreshStore();
  let sessions = new AccountSessions();
  beforeEach(() => {
    sessions = new AccountSessions();
  });

  const need = (accountId: number, messageIds: number[]) =>
    needSources({ sessions, accountId, messageIds, since: new Date(0), signal: new AbortController().signal });
  const wishes = async () => (await store().read.select().from(operations)).length;

  it("are not asked for while their account leaves texts alone, and it is said until when", async () => {
    const account = await build.account({ state: "live" });
    const placement = await build.placement({ accountId: account.id });
    const until = new Date(now().getTime() + 3_600_000);
    sessions.holds.set(account.id, { scope: "bodies", until, code: "daily_bytes", detail: "" });
    const detail = { code: "held", until: until.toISOString(), reason: "daily_bytes" };
    expect(await need(account.id, [placement.messageId])).toMatchObject({ state: "waiting", resumeAt: until, detail });
    expect(await wishes()).toBe(0);
  });

  it.each(["paused", "needs-attention"] as const)("wait for an account that is %s", async (state) => {
    const account = await build.account({ state });
    const placement = await build.placement({ accountId: account.id });
    const detail = { code: state.replace("-", "_"), accountId: account.id };
    expect(await need(account.id, [placement.messageId])).toMatchObject({ state: "waiting", detail });
  });

  it("are here at once when they are here, whatever the account does", async () => {
    const account = await build.account({ state: "paused" });
    const message = await build.message({ sourceBlob: await keepBlob(Buffer.from("source")) });
    await build.placement({ accountId: account.id, messageId: message.id });
    expect(await need(account.id, [message.id])).toMatchObject({ state: "here", failures: new Map() });
  });

  it("of one account are not those of another that has the same mail", async () => {
    const [one, other] = [await build.account(), await build.account()];
    const message = await build.message({ sourceBlob: await keepBlob(Buffer.from("as one of them has it")) });
    for (const account of [one, other]) await build.placement({ accountId: account.id, messageId: message.id });
    expect(sourcesOf(store().read, one.id, [message.id])).toMatchObject([{ blob: null, isPlaced: true }]);
  });

  it("of mail that lies nowhere any more cannot be had", async () => {
    const account = await build.account({ state: "live" });
    const message = await build.message();
    expect(await need(account.id, [message.id, 9999])).toEqual({
      state: "here",
      blobs: new Map(),
      failures: new Map([
        [message.id, "gone"],
        [9999, "gone"],
      ]),
    });
  });
});
