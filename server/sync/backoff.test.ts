import { describe, expect, it } from "vitest";
import { seededRandom } from "#server/testing/seeded-random";
import { Backoff, failureClass } from "./backoff.ts";
import { usualTiming } from "./timing.ts";

const { networkRetryMs, refusedRetryMs, survivalMs, authRetryMs, settingsRetryMs } = usualTiming;
const randomOf = (seed: number) => {
  const random = seededRandom(seed);
  return () => random.next();
};
const fresh = (seed = 1) => new Backoff(usualTiming, randomOf(seed));

describe("waiting before the next connection", () => {
  it("gives one free attempt, then waits ever longer, with jitter, up to a limit", () => {
    const backoff = fresh();
    expect(backoff.next("network", null)).toBe(0);
    const waits = Array.from({ length: 20 }, () => backoff.next("network", null));
    for (const wait of waits) {
      expect(wait).toBeGreaterThanOrEqual(networkRetryMs.least);
      expect(wait).toBeLessThanOrEqual(networkRetryMs.most);
    }
    expect(waits[0]).toBeLessThanOrEqual(2 * networkRetryMs.least);
    expect(Math.max(...waits)).toBeGreaterThan(networkRetryMs.most / 3);
    expect(new Set(waits).size).toBeGreaterThan(5);
  });

  it("forgets failures only after a connection that lasted", () => {
    const backoff = fresh();
    for (let count = 0; count < 8; count += 1) backoff.next("network", null);
    backoff.connectionEnded(survivalMs - 1);
    expect(backoff.next("network", null)).toBeGreaterThanOrEqual(networkRetryMs.least);
    backoff.connectionEnded(survivalMs);
    expect(backoff.isFresh).toBe(true);
    expect(backoff.next("network", null)).toBe(0);
  });

  it("waits at least as long as the server asks for", () => {
    expect(fresh().next("refused", 300_000)).toBe(300_000);
    expect(fresh().next("network", 5000)).toBe(5000);
  });

  it("gives a server that has no place for us more time, and no free attempt", () => {
    const backoff = fresh();
    expect(backoff.next("refused", null)).toBeGreaterThanOrEqual(refusedRetryMs.least);
  });

  it("repeats a refused login once and then hardly any more, so that nobody is locked out", () => {
    const backoff = fresh();
    backoff.next("network", null);
    backoff.next("network", null);
    expect(backoff.next("auth", null)).toBeLessThan(10_000);
    expect(backoff.isLoginWrong).toBe(false);
    expect(backoff.next("auth", null)).toBe(authRetryMs);
    expect(backoff.isLoginWrong).toBe(true);
  });

  it("sorts failures by what helps against them", () => {
    expect(failureClass("tls")).toBe("settings");
    expect(failureClass("no-permission")).toBe("settings");
    expect(failureClass("throttled")).toBe("refused");
    expect(failureClass("auth")).toBe("auth");
    expect(failureClass("poison")).toBe("network");
    expect(fresh().next("settings", null)).toBe(settingsRetryMs);
  });
});
