import type { Connection } from "./connection.ts";
import { atom, runCommand, uidSet } from "./run-command.ts";
import { packUids } from "./uid-set.ts";

export async function storeFlags(
  connection: Connection,
  uids: number[],
  change: { add: string[]; remove: string[] },
): Promise<void> {
  for (const set of packUids(uids)) {
    if (change.add.length > 0) await store(connection, set, "+FLAGS.SILENT", change.add);
    if (change.remove.length > 0) await store(connection, set, "-FLAGS.SILENT", change.remove);
  }
}

async function store(connection: Connection, set: string, item: string, flags: string[]): Promise<void> {
  await runCommand(connection, "command", "UID STORE", [uidSet(set), atom(item), flags.map(atom)]);
}
