/** The engine's side of attendance, in a thread of its own: answers how things stand, and says when somebody comes. */
import { parentPort } from "node:worker_threads";
import { attendance } from "#server/attendance";
import { pollDueAt } from "#server/sync/poll-pace";
import { usualTiming } from "#server/sync/timing";

parentPort?.on("message", () =>
  parentPort?.postMessage({
    isAttended: attendance().isAttended,
    wishedAt: pollDueAt(0, usualTiming),
    routineAt: pollDueAt(1000, usualTiming),
  }),
);
attendance().whenSomebodyComes(() => parentPort?.postMessage("somebody"));
