import { encodePath } from "imapflow/lib/tools.js";
import type { Connection } from "./connection.ts";
import { ImapError } from "./errors.ts";
import { runCommand, text } from "./run-command.ts";

/** That it exists afterwards is what counts, not who made it. */
export async function createFolder(connection: Connection, path: string): Promise<void> {
  const name = text(encodePath(connection.client, path));
  try {
    await runCommand(connection, "command", "CREATE", [name]);
  } catch (error) {
    if (!(error instanceof ImapError) || error.code !== "ALREADYEXISTS") throw error;
  }
  // Only so that other mail programs show it.
  await runCommand(connection, "command", "SUBSCRIBE", [name]).catch((error: unknown) => {
    if (!connection.client.usable) throw error;
  });
}
