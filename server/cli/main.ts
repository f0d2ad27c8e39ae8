/** `npm run inbox -- <command>`: reads its arguments, runs one command, prints, and tells by its exit code how it went. */
import { existsSync } from "node:fs";
import { loadEnvFile } from "node:process";
import { parseArgs } from "node:util";
import { env } from "../env.ts";
import { isAppError, messageOf } from "../errors.ts";
import { forget, singleton } from "../singleton.ts";
import { closeStore, migrateStore } from "../store.ts";
import { commands, helpText } from "./commands.ts";
import { UsageError, type Command } from "./command.ts";

const words = process.argv.slice(2);
const isJson = words.includes("--json");

try {
  process.exitCode = await main();
} catch (error) {
  const isUsage = error instanceof UsageError || isParseError(error);
  const code = isUsage ? "usage" : isAppError(error) ? error.code : "failed";
  process.stderr.write(`${messageOf(error)}\n${isUsage ? "See `npm run inbox -- --help`.\n" : ""}`);
  if (isJson) print({ error: { code, message: messageOf(error) } });
  process.exitCode = isUsage ? 2 : 1;
}

async function main(): Promise<number> {
  if (words.includes("--help") || words[0] === "help") {
    process.stdout.write(`${helpText()}\n`);
    return 0;
  }
  const [name, command] = commandOf(words);
  const { values, positionals } = parseArgs({
    args: words.slice(name.split(" ").length),
    options: { json: { type: "boolean" }, ...command.options },
    allowPositionals: true,
  });
  if (positionals.length !== (command.takesFile ? 1 : 0)) throw new UsageError(`${name} ${command.usage}`.trim());
  prepareEnvironment();
  if (!command.withoutStore) await migrateStore();
  const { text, json, ok = true } = await command.run({ values, file: positionals[0] ?? "" });
  if (isJson) print(json);
  else process.stdout.write(`${text}\n`);
  if (!command.withoutStore) closeStore();
  return ok ? 0 : 1;
}

function commandOf([first = "", second = ""]: string[]): [string, Command] {
  for (const name of [`${first} ${second}`, first]) {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command) return [name, command];
  }
  throw new UsageError(first ? `There is no command ${first} ${second}`.trimEnd() : helpText());
}

/** What is printed is the answer; log lines would spoil it for scripts. */
function prepareEnvironment(): void {
  if (existsSync(".env")) loadEnvFile(".env");
  const given = env();
  forget("env");
  singleton("env", () => ({ ...given, LOG_LEVEL: "silent" as const }));
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

function isParseError(error: unknown): boolean {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
