import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { ConnectionBudget } from "./connection-budget.ts";
import { HostPlaces, type PlacePurpose } from "./host-places.ts";

describe("logins to one host", () => {
  useFreshStore();
  const seats = async (loginsPerSecond: number, ...hosts: string[]) => {
    const budget = new ConnectionBudget({ loginsPerSecond, connectionsPerHost: null });
    const accounts = await Promise.all(hosts.map((imapHost) => build.account({ imapHost })));
    const joined = [];
    for (const account of accounts) joined.push(await budget.join(account));
    vi.useFakeTimers();
    return joined;
  };
  const { signal } = new AbortController();
  afterEach(() => {
    vi.useRealTimers();
  });

  it("are so many a second, and no more, however many accounts there are", async () => {
    const all = await seats(10, ...Array.from({ length: 35 }, () => "127.0.0.1"));
    const at: number[] = [];
    const connect = async () => at.push(performance.now());
    const done = Promise.all(all.map((seat) => seat.connect({ purpose: "command", signal }, connect)));
    await vi.advanceTimersByTimeAsync(4000);
    await done;
    expect(at).toHaveLength(35);
    for (const from of at) expect(at.filter((one) => one >= from && one < from + 1000).length).toBeLessThanOrEqual(10);
  });

  it("are three at once, hosts apart from each other", async () => {
    const all = await seats(Infinity, ...Array.from({ length: 10 }, (_, index) => `127.0.0.${1 + (index % 2)}`));
    let openCount = 0;
    const neverUp = () => new Promise<void>(() => (openCount += 1));
    for (const seat of all) void seat.connect({ purpose: "command", signal }, neverUp);
    await vi.advanceTimersByTimeAsync(0);
    expect(openCount).toBe(6);
  });

  it("count together for two names of one address", async () => {
    const [a, b] = await seats(Infinity, "localhost", "127.0.0.1");
    expect(a?.group).toBe(b?.group);
  });

  it("are taken back when nobody waits for them any more, and their place with them", async () => {
    const [seat, other] = await seats(1, "127.0.0.1", "127.0.0.1");
    const ending = new AbortController();
    await seat?.connect({ purpose: "command", signal }, async () => "up");
    const waiting = other?.connect({ purpose: "command", signal: ending.signal }, async () => "up");
    ending.abort();
    await expect(waiting).rejects.toThrow();
  });
});

describe("places at one host", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const { signal } = new AbortController();
  const hostOf = (max: number, memberCount: number) => {
    const places = new HostPlaces();
    places.allow(max);
    for (let id = 1; id <= memberCount; id += 1) places.join(id);
    const granted: number[] = [];
    const recalled: number[] = [];
    const ask = (accountId: number, purpose: PlacePurpose, contactAt = 0, isUrgent = false) =>
      places
        .ask({ accountId, purpose, contactAt, isUrgent, onRecall: () => recalled.push(accountId) }, signal)
        .then((place) => {
          granted.push(accountId);
          return place;
        });
    return { places, granted, recalled, ask };
  };
  const settle = () => vi.advanceTimersByTimeAsync(0);

  it("are kept by everybody while there is room, and the rest is for watching", async () => {
    const { places, granted, ask } = hostOf(5, 3);
    void ask(1, "watch");
    void ask(2, "watch");
    void ask(3, "watch");
    for (const id of [1, 2, 3]) void ask(id, "command");
    await settle();
    expect([1, 2, 3].every((id) => places.isKeeper(id))).toBe(true);
    expect(granted).toHaveLength(5);
    expect(granted.toSorted((a, b) => a - b)).toEqual([1, 1, 2, 2, 3]);
  });

  it("are shared in turn by those over the cap, oldest contact first, a person's account before all", async () => {
    const { places, granted, ask } = hostOf(4, 60);
    const keepers = Array.from({ length: 60 }, (_, index) => index + 1).filter((id) => places.isKeeper(id));
    expect(keepers).toEqual([1]);
    const first = await ask(50, "turn", 0);
    for (const id of [1, 51, 52]) await ask(id, id === 1 ? "command" : "turn");
    void ask(20, "turn", 300);
    void ask(21, "turn", 100);
    void ask(22, "turn", 900, true);
    await settle();
    expect(granted).toEqual([50, 1, 51, 52]);
    first.release();
    await settle();
    expect(granted.at(-1)).toBe(22);
  });

  it("are given back by those who watch when somebody has none, and by the last comers when more accounts come", async () => {
    const { places, granted, recalled, ask } = hostOf(4, 2);
    for (const id of [1, 2]) void ask(id, "command");
    for (const id of [1, 2]) void ask(id, "watch");
    await settle();
    expect(granted).toHaveLength(4);
    places.join(3);
    void ask(3, "command");
    await settle();
    expect(recalled).toEqual([2]);
    for (let id = 4; id <= 30; id += 1) places.join(id);
    expect(places.isKeeper(2)).toBe(true);
    expect(places.isKeeper(3)).toBe(false);
  });

  it("are no more than were up when the host turned one away, for a while", async () => {
    const { places, ask } = hostOf(100, 10);
    for (const id of [1, 2, 3]) void ask(id, "command");
    await settle();
    places.refused();
    expect(places.max).toBe(3);
    expect(places.isKeeper(10)).toBe(false);
    await vi.advanceTimersByTimeAsync(16 * 60_000);
    expect(places.isKeeper(10)).toBe(true);
  });
});
