import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { HostBudget } from "./host-budget.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("makes so many connections to one host in a second, and no more", async () => {
  const budget = new HostBudget(10);
  let count = 0;
  const all = Array.from({ length: 35 }, () => budget.run("mail.test", "command", async () => (count += 1)));
  const counts: number[] = [];
  for (let second = 0; second < 4; second += 1) {
    await vi.advanceTimersByTimeAsync(second === 0 ? 0 : 1000);
    counts.push(count);
  }
  expect(counts).toEqual([10, 20, 30, 35]);
  await Promise.all(all);
});

it("makes three at once, hosts apart from each other", async () => {
  const budget = new HostBudget(Infinity);
  let openCount = 0;
  const neverUp = () => new Promise<void>(() => (openCount += 1));
  for (const host of ["one.test", "two.test"])
    for (let index = 0; index < 5; index += 1) void budget.run(host, "command", neverUp);
  await vi.advanceTimersByTimeAsync(0);
  expect(openCount).toBe(6);
});

it("takes back what waits for its turn", async () => {
  const budget = new HostBudget(1);
  const ending = new AbortController();
  const first = budget.run("mail.test", "command", async () => "connected", ending.signal);
  const second = budget.run("mail.test", "command", async () => "connected", ending.signal);
  await expect(first).resolves.toBe("connected");
  ending.abort();
  await expect(second).rejects.toThrow();
});

it("lets accounts come up before it lets anybody watch", async () => {
  const budget = new HostBudget(1);
  const order: string[] = [];
  const wanted = ["watch", "watch", "command"] as const;
  const all = wanted.map((purpose) => budget.run("mail.test", purpose, async () => order.push(purpose)));
  await vi.advanceTimersByTimeAsync(3000);
  await Promise.all(all);
  expect(order).toEqual(["watch", "command", "watch"]);
});
