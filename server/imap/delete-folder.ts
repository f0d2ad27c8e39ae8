import { encodePath } from "imapflow/lib/tools.js";
import type { Connection } from "./connection.ts";
import { ImapError } from "./errors.ts";
import { leaveFolder } from "./leave-folder.ts";
import { runCommand, text } from "./run-command.ts";

/** RFC 3501 §6.3.4. That it is gone afterwards is what counts, not who deleted it. */
export async function deleteFolder(connection: Connection, path: string): Promise<void> {
  await leaveFolder(connection, path);
  try {
    await runCommand(connection, "command", "DELETE", [text(encodePath(connection.client, path))]);
  } catch (error) {
    if (!(error instanceof ImapError) || error.code !== "NONEXISTENT") throw error;
  }
}
