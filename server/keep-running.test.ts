import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepRunning } from "./keep-running.ts";
import { captureLog } from "./testing/capture-log.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function kept(endsWith: (startCount: number) => string | null) {
  const startsAt: number[] = [];
  const told: (string | null)[] = [];
  const threads: EventEmitter[] = [];
  const stop = keepRunning({
    start: () => {
      const thread = new EventEmitter();
      threads.push(thread);
      startsAt.push(Math.round(performance.now() / 1000));
      const reason = endsWith(startsAt.length);
      if (reason !== null)
        setTimeout(() => {
          thread.emit("error", new Error(reason));
          thread.emit("exit");
        }, 0);
      return thread;
    },
    tell: (failure) => told.push(failure),
  });
  const first = startsAt[0] ?? 0;
  return { told, threads, stop, gaps: () => startsAt.map((at, index) => at - (startsAt[index - 1] ?? first)).slice(1) };
}

it("starts what cannot start ever more seldom, says why, and logs a line a minute", async () => {
  const logged = captureLog();
  const { gaps, told, stop } = kept(() => "No such file.");
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  expect(gaps()).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  expect([...new Set(told)]).toEqual(["No such file."]);
  expect(logged.text().match(/The engine has ended/g)).toHaveLength(5);
  stop();
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  expect(gaps()).toHaveLength(9);
  logged.stop();
});

it("starts at once again what had run, and takes back what it said when it stays", async () => {
  const logged = captureLog();
  const { gaps, told, threads, stop } = kept((count) => (count <= 2 ? "The disk is full." : null));
  await vi.advanceTimersByTimeAsync(70_000);
  expect([gaps(), told]).toEqual([
    [1, 2],
    ["The disk is full.", null],
  ]);
  threads.at(-1)?.emit("exit");
  await vi.advanceTimersByTimeAsync(1500);
  expect(gaps()).toHaveLength(3);
  // One end alone is no reason to say that it does not run.
  expect(told).toEqual(["The disk is full.", null]);
  stop();
  logged.stop();
});
