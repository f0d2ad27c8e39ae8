import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ApiError } from "#lib/query/api-error";
import { withinLimit } from "./within-limit.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A request on a connection that is dead: it ends only by being given up. */
const hangs = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error)));

it("gives up a connection that hangs, as if there were none", async () => {
  const asked = withinLimit(1000, hangs).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await asked).toMatchObject({ status: 0, code: "offline" });
});

it("passes on what was answered, and what went wrong", async () => {
  expect(await withinLimit(1000, () => Promise.resolve("taken"))).toBe("taken");
  const refusal = new ApiError({ status: 409, code: "stale", detail: "" });
  await expect(withinLimit(1000, () => Promise.reject(refusal))).rejects.toBe(refusal);
  expect(vi.getTimerCount()).toBe(0);
});
