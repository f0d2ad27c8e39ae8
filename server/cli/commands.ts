import { accountList } from "./account-list.ts";
import { agentAdd } from "./agent-add.ts";
import { agentList } from "./agent-list.ts";
import { backup } from "./backup.ts";
import type { Command } from "./command.ts";
import { doctor } from "./doctor.ts";
import { restore } from "./restore.ts";
import { status } from "./status.ts";
import { tokenAdd } from "./token-add.ts";

export const commands: Record<string, Command> = {
  "agent add": agentAdd,
  "agent list": agentList,
  "token add": tokenAdd,
  "account list": accountList,
  status,
  backup,
  restore,
  doctor,
};

export function helpText(): string {
  const lines = Object.entries(commands).map(
    ([name, { usage, summary }]) => `  ${`${name} ${usage}`.trim()}\n      ${summary}`,
  );
  return [
    "npm run inbox -- <command> [options]",
    "",
    ...lines,
    "",
    "--json prints JSON, --help this. Works on DATA_DIR, also while the server runs. Exit code 0, 1 (failed) or 2 (usage).",
  ].join("\n");
}
