import { QueryClient } from "@tanstack/react-query";
import { beforeEach, expect, it, vi } from "vitest";
import { keys } from "./keys.ts";
import { clearCache, keepCache, restoreCache } from "./persisted-cache.ts";
import { testFilter, testList, testRow } from "./test-rows.ts";

const database = vi.hoisted(() => new Map<unknown, unknown>());
vi.mock("idb-keyval", () => ({
  createStore: () => null,
  get: async (key: unknown) => structuredClone(database.get(key)),
  set: async (key: unknown, value: unknown) => void database.set(key, structuredClone(value)),
  clear: async () => database.clear(),
}));

const list = keys.conversationList(testFilter());

/** A client that read a list of three pages, a conversation and the agent's tokens, and has kept what it keeps. */
async function keptBy(owner: string): Promise<void> {
  vi.useFakeTimers();
  const client = new QueryClient();
  const end = keepCache(client, owner);
  client.setQueryData(list, testList([[testRow(3)], [testRow(2)], [testRow(1)]]));
  client.setQueryData(keys.tokens, ["secret"]);
  await vi.advanceTimersByTimeAsync(3000);
  end();
  vi.useRealTimers();
}

beforeEach(() => database.clear());

it("brings back what its owner read, as something to be read again, and never what is secret", async () => {
  await keptBy("ada");
  const client = new QueryClient();
  await restoreCache(client, "ada");
  expect(client.getQueryState(list)).toMatchObject({ status: "success", isInvalidated: true });
  expect(client.getQueryData(list)).toMatchObject({ pages: [{ items: [{ id: 3 }] }, { items: [{ id: 2 }] }] });
  expect(client.getQueryData(keys.tokens)).toBeUndefined();
  expect(JSON.stringify([...database])).not.toContain("secret");
});

it("shows nobody what somebody else read, and does not keep it either", async () => {
  await keptBy("ada");
  const client = new QueryClient();
  await restoreCache(client, "tom");
  expect(client.getQueryCache().getAll()).toEqual([]);
  expect(database.size).toBe(0);
});

it("forgets what is a week old", async () => {
  await keptBy("ada");
  const client = new QueryClient();
  await restoreCache(client, "ada", Date.now() + 8 * 86_400_000);
  expect(client.getQueryCache().getAll()).toEqual([]);
});

it("leaves what was just read as it is", async () => {
  await keptBy("ada");
  const client = new QueryClient();
  client.setQueryData(list, testList([[testRow(9)]]));
  await restoreCache(client, "ada");
  expect(client.getQueryState(list)).toMatchObject({ isInvalidated: false });
  expect(client.getQueryData(list)).toMatchObject({ pages: [{ items: [{ id: 9 }] }] });
});

it("shows what was kept while it is being read again", async () => {
  await keptBy("ada");
  const client = new QueryClient();
  void client.query({ queryKey: list, queryFn: () => new Promise(() => {}) });
  await restoreCache(client, "ada");
  expect(client.getQueryState(list)).toMatchObject({ status: "success", fetchStatus: "fetching" });
  expect(client.getQueryData(list)).toMatchObject({ pages: [{ items: [{ id: 3 }] }, { items: [{ id: 2 }] }] });
});

it("keeps nothing any more once it was cleared", async () => {
  await keptBy("ada");
  await clearCache();
  expect(database.size).toBe(0);
  await keptBy("ada");
  expect(database.size).toBe(0);
});
