/** Twenty-four hours at Gmail, as fast as this machine goes: the engine is the real one, only the clock and the server are made up. */
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { messages, placements } from "#db/schema/index";
import { AccountSessions } from "../imap/account-sessions.ts";
import { startOutbox } from "../outbox/worker.ts";
import { store } from "../store.ts";
import { startSync } from "../sync/engine.ts";
import { build } from "./build.ts";
import { useFreshStore } from "./fresh-store.ts";
import { SimulatedGmail } from "./simulated-gmail.ts";

const gmail = new SimulatedGmail({ connectionsMax: 15, dailyBytes: 2_500_000_000, connectionsElsewhere: 8 });
vi.mock("#server/imap/open-session", () => ({ openSession: async () => gmail.connect() }));

useFreshStore();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const historyCount = 1200;
const megabyte = 1_000_000;
const bodyBytes = 2 * megabyte;
const minuteMs = 60_000;
const stepMs = 5000;
const stepsADay = (24 * 60 * minuteMs) / stepMs;
/** Real time: nothing has been asked for so long when everything under way is done. */
const quietMs = 3;
const realSleep = globalThis.setTimeout;

it("the quota is never overrun, and the newest mail is never more than a minute late", async () => {
  const startedAt = Date.now();
  for (let n = 0; n < historyCount; n += 1)
    gmail.deliver(bodyBytes, new Date(startedAt - (historyCount - n) * minuteMs));
  await build.account({ provider: "gmail", imapHost: "127.0.0.1", state: "connecting" });
  const sessions = new AccountSessions();
  const parts = [startOutbox(sessions), startSync(sessions)];
  const kept = new Set<string>();
  for (let step = 1; step <= stepsADay; step += 1) {
    await pass();
    // Something comes in every four minutes, and the owner's phone fetches what it shows: a tenth of the day's bytes.
    if (step % 48 === 0) gmail.deliver(bodyBytes);
    if (step % 720 === 0) gmail.usedBytes += (0.1 * 2500 * megabyte) / 24;
    for (const scope of ["bodies", "background"] as const) if (sessions.holds.of(1, scope)) kept.add(scope);
  }
  await pass(quietMs * 5);
  const stopping = Promise.all(parts.map((part) => part.stop()));
  await pass();
  await stopping;

  expect(gmail.lockoutCount).toBe(0);
  expect(gmail.refusedCount).toBe(0);
  expect(gmail.usedBytes).toBeLessThan(2500 * megabyte);
  // It was used, and what had to wait was what nobody waited for.
  expect(gmail.usedBytes).toBeGreaterThan(0.6 * 2500 * megabyte);
  expect(kept).toContain("bodies");
  expect(gmail.mostConnections).toBe(8 + 2);
  const late = (await arrivals()).filter(({ uid }) => uid > historyCount);
  expect(late).toHaveLength(gmail.mails.length - historyCount);
  expect(Math.max(...late.map(({ lateMs }) => lateMs))).toBeLessThanOrEqual(minuteMs);
  expect(await store().read.$count(placements)).toBe(gmail.mails.length);
  expect(await store().read.$count(messages, eq(messages.bodyState, "none"))).toBeGreaterThan(0);
}, 180_000);

/** Five seconds go by; what they set off is done before the next begin. */
async function pass(leastMs = 0): Promise<void> {
  const before = gmail.activityCount;
  await vi.advanceTimersByTimeAsync(stepMs);
  await new Promise((resolve) => setImmediate(resolve));
  let seen = before;
  while (seen !== gmail.activityCount || leastMs > 0) {
    seen = gmail.activityCount;
    leastMs = 0;
    await new Promise((resolve) => realSleep(resolve, quietMs));
    await vi.advanceTimersByTimeAsync(0);
  }
}

async function arrivals(): Promise<{ uid: number; lateMs: number }[]> {
  const rows = await store().read.select({ uid: placements.uid, at: placements.createdAt }).from(placements);
  return rows.map(({ uid, at }) => ({ uid, lateMs: at.getTime() - (gmail.mails[uid - 1]?.at.getTime() ?? 0) }));
}
