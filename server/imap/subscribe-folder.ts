import { encodePath } from "imapflow/lib/tools.js";
import type { Connection } from "./connection.ts";
import { runCommand, text } from "./run-command.ts";

export async function subscribeFolder(connection: Connection, path: string, subscribed: boolean): Promise<void> {
  const command = subscribed ? "SUBSCRIBE" : "UNSUBSCRIBE";
  await runCommand(connection, "command", command, [text(encodePath(connection.client, path))]);
}
