import { encodePath } from "imapflow/lib/tools.js";
import type { Connection } from "./connection.ts";
import type { Token } from "./imapflow-internals.ts";
import { restAfter } from "./message-limit.ts";
import { atom, runCommand, text, uidSet } from "./run-command.ts";
import { packUids } from "./uid-set.ts";

export async function storeFlags(
  connection: Connection,
  uids: number[],
  change: { add: string[]; remove: string[] },
): Promise<void> {
  for (const set of packUids(uids, connection.capabilities.messageLimit)) {
    if (change.add.length > 0) await store(connection, set, "+FLAGS.SILENT", change.add.map(atom));
    if (change.remove.length > 0) await store(connection, set, "-FLAGS.SILENT", change.remove.map(atom));
  }
}

/** Gmail's own labels are atoms with a backslash; all others are names of folders and travel like those. */
export async function storeLabels(
  connection: Connection,
  uids: number[],
  change: { add: string[]; remove: string[] },
): Promise<void> {
  const token = (label: string) => (label.startsWith("\\") ? atom(label) : text(encodePath(connection.client, label)));
  for (const set of packUids(uids, connection.capabilities.messageLimit)) {
    if (change.add.length > 0) await store(connection, set, "+X-GM-LABELS", change.add.map(token));
    if (change.remove.length > 0) await store(connection, set, "-X-GM-LABELS", change.remove.map(token));
  }
}

async function store(connection: Connection, set: string, item: string, names: Token[]): Promise<void> {
  for (let rest: string | null = set; rest !== null;) {
    const answer = await runCommand(connection, "command", "UID STORE", [uidSet(rest), atom(item), names]);
    rest = restAfter(answer, rest, null);
  }
}
