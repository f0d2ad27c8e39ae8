import type { Connection } from "./connection.ts";
import { runCommand } from "./run-command.ts";

/** imapflow's own hides that it failed. */
export async function noop(connection: Connection): Promise<void> {
  await runCommand(connection, "command", "NOOP", []);
}
