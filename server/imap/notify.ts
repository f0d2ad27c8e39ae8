import type { ImapResponse } from "imapflow";
import { decodePath, normalizePath } from "imapflow/lib/tools.js";
import type { Connection } from "./connection.ts";
import { onUntagged } from "./imapflow-internals.ts";
import { tokenText } from "./response-tokens.ts";
import { atom, runCommand } from "./run-command.ts";

const happenings = ["MessageNew", "MessageExpunge", "FlagChange"].map(atom);

/**
 * Asks to be told of all folders, not of the selected one alone (RFC 5465): what happens elsewhere comes as an untagged STATUS.
 * @returns whether the server will; a refusal costs nothing but the question
 */
export async function notify(connection: Connection): Promise<boolean> {
  const { client, capabilities, events } = connection;
  if (!capabilities.notify) return false;
  onUntagged(client, "STATUS", ({ attributes }: ImapResponse) => {
    const path = normalizePath(client, decodePath(client, tokenText(attributes?.[0])), true);
    if (path) events.emit({ kind: "changed", path });
  });
  // Whoever asks for anything is told of the selected folder only what is asked for as well (RFC 5465 §3.1).
  const groups = ["selected", "personal"].map((which) => [atom(which), happenings]);
  try {
    await runCommand(connection, "command", "NOTIFY", [atom("SET"), ...groups]);
    return true;
  } catch (error) {
    if (!client.usable) throw error;
    return false;
  }
}
