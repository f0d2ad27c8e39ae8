import { encodePath } from "imapflow/lib/tools.js";
import type { Connection } from "./connection.ts";
import { leaveFolder } from "./leave-folder.ts";
import { runCommand, text } from "./run-command.ts";

/** RFC 3501 §6.3.5: what is below goes along; subscriptions do not, which is the caller's matter. */
export async function renameFolder(connection: Connection, path: string, toPath: string): Promise<void> {
  await leaveFolder(connection, path);
  const { client } = connection;
  await runCommand(connection, "command", "RENAME", [text(encodePath(client, path)), text(encodePath(client, toPath))]);
}
