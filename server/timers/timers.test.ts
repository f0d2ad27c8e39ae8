import { describe, expect, it, vi } from "vitest";
import { noteAttention } from "#db/queries/health/attention";
import { addTraffic } from "#db/queries/health/traffic";
import {
  accounts, accountTraffic, activities, attachments, changes, conversations, invitations, operations, sessions,
} from "#db/schema/index"; // prettier-ignore
import { now, useClock } from "../clock.ts";
import { doorbell } from "../events/doorbell.ts";
import { store } from "../store.ts";
import { build } from "../testing/build.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import { alertAdmins } from "./alert-admins.ts";
import { sweep } from "./sweep.ts";
import { wakeSnoozed } from "./wake-snoozed.ts";
import { startTimers } from "./worker.ts";

useFreshStore();

const inDays = (days: number) => new Date(now().getTime() + days * 86_400_000);

async function atTime(time: Date, work: () => Promise<void>): Promise<void> {
  const restore = useClock({ now: () => time });
  await work().finally(restore);
}

describe("wakeSnoozed", () => {
  it("opens what has slept long enough, says so, and lets the rest sleep", async () => {
    const due = await build.conversation({ status: "pending", snoozedUntil: inDays(1) });
    const later = await build.conversation({ status: "open", snoozedUntil: inDays(3) });
    await atTime(inDays(2), wakeSnoozed);
    const rows = await store().read.select().from(conversations);
    expect(rows.find((row) => row.id === due.id)).toMatchObject({ status: "open", snoozedUntil: null });
    expect(rows.find((row) => row.id === later.id)?.snoozedUntil).not.toBeNull();
    const said = await store().read.select().from(activities);
    expect(said.map((one) => [one.conversationId, one.kind])).toEqual([[due.id, "unsnoozed"]]);
  });
});

describe("alertAdmins", () => {
  const accountState = async (id: number) =>
    (await store().read.select().from(accounts)).find((account) => account.id === id);
  const inMinutes = (minutes: number) => new Date(now().getTime() + minutes * 60_000);
  const enter = (id: number, state: "needs-attention" | "connecting" | "live", at = now()) =>
    store().write(async (tx) => {
      await tx.update(accounts).set({ state });
      await noteAttention(tx, id, state, at);
    });

  it("waits an hour, then tells once, and again only when the account has worked in between", async () => {
    const { id } = await build.account();
    const start = now();
    await enter(id, "needs-attention", start);
    await atTime(inMinutes(59), alertAdmins);
    expect((await accountState(id))?.alertedAt).toBeNull();
    await enter(id, "connecting");
    await enter(id, "needs-attention", inMinutes(30));
    const alertAt = inMinutes(61);
    await atTime(alertAt, alertAdmins);
    expect(await accountState(id)).toMatchObject({ attentionSince: start, alertedAt: alertAt });
    const told = () => store().read.$count(changes);
    expect(await told()).toBe(1);
    await atTime(inMinutes(180), alertAdmins);
    expect([(await accountState(id))?.alertedAt, await told()]).toEqual([alertAt, 1]);
    await enter(id, "live");
    expect(await accountState(id)).toMatchObject({ attentionSince: null, alertedAt: null });
    await enter(id, "needs-attention", inMinutes(200));
    await atTime(inMinutes(265), alertAdmins);
    expect(await told()).toBe(2);
  });

  it("says nothing of what waits by itself, is paused or was removed", async () => {
    const long = { attentionSince: inMinutes(-300) };
    await build.account({ ...long, state: "waiting" });
    await build.account({ ...long, state: "paused" });
    await build.account({ ...long, state: "needs-attention", removedAt: now() });
    await alertAdmins();
    expect(await store().read.$count(changes)).toBe(0);
  });
});

describe("sweep", () => {
  it("lets go of what ended long ago and keeps what is in use", async () => {
    await build.session({ expiresAt: inDays(1) });
    await build.invitation({ expiresAt: inDays(1) });
    const named = await build.attachment({ messageId: null });
    await build.attachment({ messageId: null });
    await build.draft({ attachmentIds: [named.id] });
    await build.operation({ state: "done", settledAt: now() });
    const waiting = await build.operation();
    const { id: accountId } = await build.account();
    await store().write(async (tx) => addTraffic(tx, [{ accountId, sentBytes: 1, receivedBytes: 2 }], now()));
    const keptIds = async (table: typeof attachments | typeof operations) =>
      (await store().read.select({ id: table.id }).from(table)).map((row) => row.id);
    await sweep();
    expect(await keptIds(attachments)).toHaveLength(2);
    await atTime(inDays(60), sweep);
    expect(await store().read.select().from(sessions)).toEqual([]);
    expect(await store().read.select().from(invitations)).toEqual([]);
    expect(await store().read.select().from(accountTraffic)).toEqual([]);
    expect(await keptIds(attachments)).toEqual([named.id]);
    expect(await keptIds(operations)).toEqual([waiting.id]);
  });
});

describe("startTimers", () => {
  it("wakes what somebody snoozed while it was waiting, and stops when told", async () => {
    const timers = startTimers();
    const conversation = await build.conversation({ status: "pending", snoozedUntil: new Date(now().getTime() - 1) });
    doorbell().ring();
    await vi.waitFor(async () => {
      const [row] = await store().read.select().from(conversations);
      expect(row).toMatchObject({ id: conversation.id, snoozedUntil: null });
    });
    await timers.stop();
  });
});
