import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useFreshStore } from "../fresh-store.ts";
import { startSmtpSink, type SmtpSink } from "../smtp-sink.ts";
import type { ModelClass } from "./model-server.ts";
import { runModel, type ModelRun } from "./run-model.ts";

/** Runs these seeds against a server of this class; `MODEL_SEED=7 MODEL_CLASS=plain` runs that one alone (or `7,8`), and tells each step. */
export function describeModel(kind: ModelClass, seeds: readonly number[], faults: ModelRun["faults"]): void {
  const asked = process.env["MODEL_SEED"];
  const isOther = process.env["MODEL_CLASS"] !== undefined && process.env["MODEL_CLASS"] !== kind;
  describe.skipIf(asked !== undefined && isOther)(`a server of class ${kind}`, () => {
    useFreshStore({}, existsSync("/dev/shm") ? "/dev/shm" : undefined);
    let sink: SmtpSink;
    beforeAll(async () => {
      sink = await startSmtpSink();
    });
    afterAll(() => sink.stop());

    it.each(asked === undefined ? seeds : asked.split(",").map(Number))(
      `equals the store in the end, seed %i class ${kind}`,
      async (seed) => {
        const lines: string[] = [];
        const { differences } = await runModel({ seed, kind, faults, sink, log: (line) => lines.push(line) });
        const said = asked === undefined && differences.length === 0 ? [] : lines;
        if (said.length > 0) process.stdout.write(`${said.join("\n")}\n`);
        expect(differences, `seed ${seed} class ${kind}`).toEqual([]);
      },
    );
  });
}
