import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { afterEach, expect, it } from "vitest";
import { attendance } from "../attendance.ts";
import { forget } from "../singleton.ts";
import { usualTiming } from "../sync/timing.ts";

afterEach(() => forget("attendance"));

const leave = () => (new Uint32Array(attendance().buffer)[0] = 1);

it("takes somebody to be here where no web half is", () => {
  leave();
  expect(attendance().isAttended).toBe(true);
});

it("lets the engine look less often while nobody is here, and tells it when somebody comes", async () => {
  const engine = new Worker(new URL("attendance-hearer.ts", import.meta.url), {
    workerData: { attendance: attendance().buffer },
  });
  const next = async (): Promise<unknown> => {
    const [message] = await once(engine, "message");
    return message;
  };
  try {
    engine.postMessage("?");
    expect(await next()).toEqual({ isAttended: true, wishedAt: 0, routineAt: 1000 });

    leave();
    engine.postMessage("?");
    expect(await next()).toEqual({ isAttended: false, wishedAt: 0, routineAt: 1000 + usualTiming.unattendedMs });

    attendance().attend();
    expect(await next()).toBe("somebody");
  } finally {
    await engine.terminate();
  }
});
