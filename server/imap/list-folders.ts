import type { ListResponse } from "imapflow";
import type { FolderRole } from "#lib/contracts/vocabulary";
import type { Connection } from "./connection.ts";
import { ImapError } from "./errors.ts";
import { toFolderStatus } from "./folder-status.ts";
import { translated } from "./run-command.ts";
import type { RemoteFolder } from "./session.ts";

const roleOfFlag = new Map<string, FolderRole>([
  ["\\sent", "sent"],
  ["\\drafts", "drafts"],
  ["\\trash", "trash"],
  ["\\junk", "junk"],
  ["\\archive", "archive"],
  ["\\all", "all"],
]);

/** imapflow's own guesses by name are left aside: which role a name means is decided elsewhere, with all folders in view. */
export async function listFolders(connection: Connection): Promise<RemoteFolder[]> {
  const { client, capabilities } = connection;
  const statusQuery = {
    messages: true,
    unseen: true,
    uidNext: true,
    uidValidity: true,
    highestModseq: capabilities.condstore,
  };
  const listed = await translated(connection, "command", () => client.list({ statusQuery }));
  const folders = [...new Map(listed.map((entry) => [entry.path, toRemoteFolder(connection, entry)])).values()];
  if (!folders.some((folder) => folder.selectable)) {
    throw new ImapError("protocol", "LIST", "The mail server lists no folders.");
  }
  return folders;
}

function toRemoteFolder({ client }: Connection, entry: ListResponse): RemoteFolder {
  const flags = new Set([...entry.flags].map((flag) => flag.toLowerCase()));
  const named = [...flags].map((flag) => roleOfFlag.get(flag)).find((role) => role !== undefined);
  const isInbox = entry.path.toUpperCase() === "INBOX";
  return {
    path: entry.path,
    name: entry.name,
    delimiter: entry.delimiter ?? "",
    selectable: !flags.has("\\noselect") && !flags.has("\\nonexistent"),
    serverRole: isInbox ? "inbox" : (named ?? null),
    namespacePrefix: client.namespace?.prefix ?? "",
    status: entry.status ? toFolderStatus(entry.status) : null,
  };
}
