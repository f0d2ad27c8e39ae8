/**
 * `npm run bench -- sync|noop|live|idle|memory|write|search|indexing|ui`: measures from outside, on the production build, and prints one JSON line a
 * benchmark, with what the bare library or a bare socket takes for the same in the same run. `E2E_BUILT=1` takes what was built last.
 */
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import buildOnce from "../global-setup.ts";
import { benchIdle } from "./idle.ts";
import { benchIndexing } from "./indexing.ts";
import { benchLive } from "./live.ts";
import { benchMemory } from "./memory.ts";
import { benchNoop } from "./noop.ts";
import { benchSearch } from "./search.ts";
import type { Figures } from "./stage.ts";
import { benchSync } from "./sync.ts";
import { benchUi } from "./ui.ts";
import { benchWrite } from "./write.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mails: { type: "string" },
    accounts: { type: "string", default: "500" },
    deliveries: { type: "string", default: "100" },
    checks: { type: "string", default: "500" },
    acts: { type: "string", default: "100" },
    queries: { type: "string", default: "40" },
    conversations: { type: "string", default: "100000" },
    part: { type: "string", multiple: true, default: [] },
    slowdown: { type: "string", multiple: true, default: ["1", "4"] },
  },
});

const benchmarks = new Map<string, () => Promise<Figures | Figures[]>>([
  ["sync", () => benchSync({ mailCount: Number(values.mails ?? 20_000) })],
  ["noop", () => benchNoop({ checkCount: Number(values.checks) })],
  ["live", () => benchLive({ deliveryCount: Number(values.deliveries) })],
  ["write", () => benchWrite({ actCount: Number(values.acts) })],
  ["memory", () => benchMemory({ mailCount: Number(values.mails ?? 100_000) })],
  ["search", () => searchAtEachSize()],
  ["indexing", () => benchIndexing({ mailCount: Number(values.mails ?? 10_000) })],
  ["idle", () => benchIdle({ accountCount: Number(values.accounts) })],
]);
/** Those that have several lines to say. */
const suites = new Map([
  [
    "ui",
    () =>
      benchUi({
        conversationCount: Number(values.conversations),
        parts: values.part,
        slowdowns: values.slowdown.map(Number),
      }),
  ],
]);

const names = positionals.length > 0 ? positionals : [...benchmarks.keys(), ...suites.keys()];
const strangers = names.filter((name) => !benchmarks.has(name) && !suites.has(name));
if (strangers.length > 0) {
  process.stderr.write(
    `There is no benchmark ${strangers.join(", ")}; there are: ${[...benchmarks.keys(), ...suites.keys()].join(", ")}.\n`,
  );
  process.exit(2);
}
buildOnce();
for (const name of names) {
  const figures = await benchmarks.get(name)?.();
  if (figures) tell(name, figures);
  for await (const [part, partFigures] of suites.get(name)?.() ?? []) tell(part, partFigures);
}

function tell(name: string, figures: Figures | Figures[]): void {
  const machineLoad = Number(loadavg()[0]?.toFixed(2));
  for (const line of [figures].flat())
    process.stdout.write(`${JSON.stringify({ benchmark: name, ...line, machineLoad })}\n`);
}

/** One line a size, and one for what indexing costs a first sync. */
async function searchAtEachSize(): Promise<Figures[]> {
  const sizes = values.mails ? [Number(values.mails)] : [100_000, 1_000_000];
  const lines: Figures[] = [];
  for (const mailCount of sizes) lines.push(await benchSearch({ mailCount, perKind: Number(values.queries) }));
  return values.mails ? lines : [...lines, await benchIndexing({ mailCount: 10_000 })];
}
