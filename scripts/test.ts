/**
 * Everything that must hold, in the order of what is cheapest to know: types, lint, format, dead code, unit and integration tests,
 * the production build, end-to-end tests. Goes on after a failure, and ends with the plain line `N passed, N failed`.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureTools } from "./testing/ensure-tools.ts";

type Tally = { passed: number; failed: number };

process.env["NEXT_TELEMETRY_DISABLED"] = "1";
if (!process.stdout.isTTY) process.env["NO_COLOR"] = "1";
rmSync(".cache/reports", { recursive: true, force: true });
mkdirSync(".cache/reports", { recursive: true });
ensureTools();

const tallies = [
  check("types", "tsc", ["--noEmit"]),
  check("lint", "oxlint", ["--type-aware", "--deny-warnings"]),
  check("format", "prettier", ["--check", "--log-level", "warn", "."]),
  check("dead code", "knip", []),
  unitTests(),
  check("build", "node", ["scripts/build.ts"]),
  endToEndTests(),
];
const total = tallies.reduce((sum, tally) => ({
  passed: sum.passed + tally.passed,
  failed: sum.failed + tally.failed,
}));
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

function check(name: string, command: string, words: string[]): Tally {
  process.stdout.write(`\n── ${name}\n`);
  const startedAt = performance.now();
  const isGood = run(command, words);
  process.stdout.write(`   ${isGood ? "good" : "FAILED"}, ${seconds(startedAt)} s\n`);
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 };
}

function unitTests(): Tally {
  process.stdout.write("\n── unit and integration tests\n");
  const report = ".cache/reports/unit.json";
  const isGood = run("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]);
  return tallyOf(isGood, report, (json) => ({
    passed: numberAt(json, "numPassedTests"),
    failed: numberAt(json, "numFailedTests"),
  }));
}

function endToEndTests(): Tally {
  process.stdout.write("\n── end-to-end tests\n");
  const report = ".cache/reports/e2e.json";
  const isGood = run("playwright", ["test", "--reporter=list,json"], { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return tallyOf(isGood, report, (json) => {
    const stats = objectAt(json, "stats");
    return { passed: numberAt(stats, "expected") + numberAt(stats, "flaky"), failed: numberAt(stats, "unexpected") };
  });
}

/** A run that failed counts at least one failure, whatever its report says or lacks. */
function tallyOf(isGood: boolean, report: string, read: (json: unknown) => Tally): Tally {
  try {
    const tally = read(JSON.parse(readFileSync(report, "utf8")));
    return isGood ? tally : { ...tally, failed: Math.max(1, tally.failed) };
  } catch (error) {
    process.stdout.write(`   No report: ${String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}

function run(command: string, words: string[], extra: Record<string, string> = {}): boolean {
  const { status } = spawnSync(command, words, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...extra },
  });
  return status === 0;
}

function objectAt(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

function numberAt(value: unknown, key: string): number {
  const found = objectAt(value, key);
  if (typeof found !== "number") throw new Error(`The report has no number ${key}.`);
  return found;
}

function seconds(startedAt: number): string {
  return ((performance.now() - startedAt) / 1000).toFixed(1);
}
