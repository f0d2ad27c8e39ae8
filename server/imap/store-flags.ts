import type { Connection } from "./connection.ts";
import { restAfter } from "./message-limit.ts";
import { atom, runCommand, uidSet } from "./run-command.ts";
import { packUids } from "./uid-set.ts";

export async function storeFlags(
  connection: Connection,
  uids: number[],
  change: { add: string[]; remove: string[] },
): Promise<void> {
  for (const set of packUids(uids, connection.capabilities.messageLimit)) {
    if (change.add.length > 0) await store(connection, set, "+FLAGS.SILENT", change.add);
    if (change.remove.length > 0) await store(connection, set, "-FLAGS.SILENT", change.remove);
  }
}

async function store(connection: Connection, set: string, item: string, flags: string[]): Promise<void> {
  for (let rest: string | null = set; rest !== null;) {
    const answer = await runCommand(connection, "command", "UID STORE", [uidSet(rest), atom(item), flags.map(atom)]);
    rest = restAfter(answer, rest, null);
  }
}
