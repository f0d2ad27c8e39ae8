import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useFreshStore } from "#server/testing/fresh-store";
import { runModel } from "#server/testing/model/run-model";
import { faultNames } from "#server/testing/scripted-imap/named-faults";
import { startSmtpSink, type SmtpSink } from "#server/testing/smtp-sink";

useFreshStore();
let sink: SmtpSink;
beforeAll(async () => {
  sink = await startSmtpSink();
});
afterAll(() => sink.stop());

describe.each(faultNames)("a server that %s", (name) => {
  it("is equalled by the store once it stops", async () => {
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const { differences, struck } = await runModel({
      seed: 7,
      kind: "qresync",
      faults: [name],
      chance: 0.8,
      sink,
      log,
    });
    expect(struck).toContain(name);
    expect(differences, lines.join("\n")).toEqual([]);
  });
});
