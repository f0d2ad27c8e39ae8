/** `npm run bench -- sync [--mails N]`: measures from outside, on the production build, and prints one JSON line a benchmark. */
import { parseArgs } from "node:util";
import { benchSync } from "./sync.ts";

const benchmarks = { sync: benchSync };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { mails: { type: "string", default: "20000" } },
});
const names = positionals.length > 0 ? positionals : Object.keys(benchmarks);
for (const name of names) {
  const benchmark = Object.entries(benchmarks).find(([known]) => known === name)?.[1];
  if (!benchmark) {
    process.stderr.write(`There is no benchmark ${name}; there are: ${Object.keys(benchmarks).join(", ")}.\n`);
    process.exit(2);
  }
  process.stdout.write(
    `${JSON.stringify({ benchmark: name, ...(await benchmark({ mailCount: Number(values.mails) })) })}\n`,
  );
}
