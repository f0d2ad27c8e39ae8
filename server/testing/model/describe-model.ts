import { existsSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useFreshStore } from "../fresh-store.ts";
import { startSmtpSink, type SmtpSink } from "../smtp-sink.ts";
import type { ModelClass } from "./model-server.ts";
import { runModel, type ModelRun } from "./run-model.ts";

type Wishes = {
  kind: ModelClass;
  seeds: readonly number[];
  faults?: ModelRun["faults"];
  /** Every hundredth delay of the event loop may be longer than this; elsewhere it is only told. */
  lagMaxMs?: number;
};

/** Memory rather than disk, where there is such a folder: thousands of databases live for a moment each. */
const memoryFolder = "/dev/shm";
const resolutionMs = 5;

/** Runs these seeds against a server of this class; `MODEL_SEED=7 MODEL_CLASS=plain` runs that one alone (or `7,8`), and tells each step. */
export function describeModel({ kind, seeds, faults = "some", lagMaxMs = Infinity }: Wishes): void {
  const asked = process.env["MODEL_SEED"];
  const isOther = process.env["MODEL_CLASS"] !== undefined && process.env["MODEL_CLASS"] !== kind;
  describe.skipIf(asked !== undefined && isOther)(`a server of class ${kind}`, () => {
    useFreshStore({}, existsSync(memoryFolder) ? memoryFolder : undefined);
    const lag = monitorEventLoopDelay({ resolution: resolutionMs });
    let sink: SmtpSink;
    let struckCount = 0;
    beforeAll(async () => {
      sink = await startSmtpSink();
      lag.enable();
    });
    afterAll(async () => {
      lag.disable();
      await sink.stop();
      const lagMs = lag.percentile(99) / 1e6 - resolutionMs;
      tell([
        `class ${kind}: ${struckCount} faults; delay of the event loop at the 99th percentile ${lagMs.toFixed(1)} ms`,
      ]);
      expect(lagMs).toBeLessThan(lagMaxMs);
    });

    it.each(asked === undefined ? seeds : asked.split(",").map(Number))(
      `equals the store in the end, seed %i class ${kind}`,
      async (seed) => {
        const lines: string[] = [];
        // One that was asked for tells as it goes: it may not come to an end.
        const log = (line: string) => (asked === undefined ? lines.push(line) : tell([line]));
        const { differences, struck } = await runModel({ seed, kind, faults, sink, log });
        struckCount += struck.length;
        if (differences.length > 0) tell([...lines, ...differences]);
        expect(differences, `seed ${seed} class ${kind}`).toEqual([]);
      },
    );
  });
}

function tell(lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join("\n")}\n`);
}
