import type { Connection } from "./connection.ts";
import { unselect } from "./imapflow-internals.ts";
import { translated } from "./run-command.ts";

/** Some servers refuse to rename or delete what is open, or end the connection. Never CLOSE, which expunges. */
export async function leaveFolder(connection: Connection, path: string): Promise<void> {
  const { client } = connection;
  if (!client.mailbox || !client.mailbox.path.startsWith(path)) return;
  if (await unselect(client)) return;
  await translated(connection, "select", () => client.mailboxOpen("INBOX", { readOnly: true }));
}
