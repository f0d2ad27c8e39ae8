import type { ListResponse } from "imapflow";
import type { Connection } from "./connection.ts";
import { ImapError } from "./errors.ts";
import { toFolderStatus } from "./folder-status.ts";
import { listWithStatus } from "./list-with-status.ts";
import { isVirtualFolder, ownLabelOf, roleOfFlags } from "./role-of-flags.ts";
import { translated } from "./run-command.ts";
import type { RemoteFolder } from "./session.ts";

/** imapflow's own guesses by name are left aside: which role a name means is decided elsewhere, with all folders in view. */
export async function listFolders(connection: Connection): Promise<RemoteFolder[]> {
  const folders = (await listAtOnce(connection)) ?? (await listOneByOne(connection));
  if (!folders.some((folder) => folder.selectable)) {
    throw new ImapError("protocol", "LIST", "The mail server lists no folders.");
  }
  return folders;
}

async function listAtOnce(connection: Connection): Promise<RemoteFolder[] | null> {
  if (!connection.capabilities.listStatus || connection.isListStatusRefused) return null;
  const folders = await listWithStatus(connection);
  connection.isListStatusRefused = folders === null;
  return folders;
}

async function listOneByOne(connection: Connection): Promise<RemoteFolder[]> {
  const { client, capabilities } = connection;
  const statusQuery = {
    messages: true,
    unseen: true,
    uidNext: true,
    uidValidity: true,
    highestModseq: capabilities.condstore,
  };
  const listed = await translated(connection, "command", () => client.list({ statusQuery }));
  return [...new Map(listed.map((entry) => [entry.path, toRemoteFolder(connection, entry)])).values()];
}

function toRemoteFolder({ client }: Connection, entry: ListResponse): RemoteFolder {
  const flags = new Set([...entry.flags].map((flag) => flag.toLowerCase()));
  return {
    path: entry.path,
    name: entry.name,
    delimiter: entry.delimiter ?? "",
    selectable: !flags.has("\\noselect") && !flags.has("\\nonexistent"),
    serverRole: roleOfFlags(entry.path, flags),
    isVirtual: isVirtualFolder(flags),
    ownLabel: ownLabelOf(entry.path, flags),
    namespacePrefix: client.namespace?.prefix ?? "",
    status: entry.status ? toFolderStatus(entry.status) : null,
    mailboxId: null,
  };
}
