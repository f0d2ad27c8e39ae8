/**
 * All folders with their status in one round trip (LIST-STATUS, RFC 5819). Where nothing has happened a server says the same words
 * again: these are compared line by line, not parsed, and answered with the same list as before.
 */
import type { ImapResponse } from "imapflow";
import { decodePath, encodePath, normalizePath } from "imapflow/lib/tools.js";
import type { Connection } from "./connection.ts";
import { ImapError } from "./errors.ts";
import { readStatus, statusItems } from "./folder-status.ts";
import { executeUnparsed } from "./execute-unparsed.ts";
import type { Token } from "./imapflow-internals.ts";
import { tokenText } from "./response-tokens.ts";
import { isVirtualFolder, ownLabelOf, roleOfFlags } from "./role-of-flags.ts";
import { atom, text, translated } from "./run-command.ts";
import type { RemoteFolder } from "./session.ts";

const foldersMax = 100_000;

/** @returns the very array of the last time when nothing has changed; null where the server refuses to answer so */
export async function listWithStatus(connection: Connection): Promise<RemoteFolder[] | null> {
  const { client, listing } = connection;
  let answers: ReadonlySet<string> | null = null;
  let isSame = false;
  const isKnown = (lines: string[]) => {
    // Dovecot names folders in another order each time.
    answers = new Set(lines);
    isSame = answers.size === listing?.answers.size && listing.answers.isSupersetOf(answers);
    return isSame;
  };
  const listed = new Map<string, ImapResponse["attributes"]>();
  const statuses = new Map<string, ReturnType<typeof readStatus>>();
  const pathOf = (token: unknown) => normalizePath(client, decodePath(client, tokenText(token)), true);
  const untagged = {
    LIST: ({ attributes }: ImapResponse) => {
      if (listed.size < foldersMax) listed.set(pathOf(attributes?.[2]), attributes);
    },
    STATUS: ({ attributes }: ImapResponse) => {
      if (statuses.size < foldersMax) statuses.set(pathOf(attributes?.[0]), readStatus(attributes?.[1]));
    },
  };
  const options = { untagged, onSend: () => undefined };
  try {
    await translated(connection, "command", () =>
      executeUnparsed(client, "LIST", tokensOf(connection), options, isKnown),
    );
  } catch (error) {
    if (client.usable && error instanceof ImapError && error.kind === "protocol") return null;
    throw error;
  }
  if (listing && isSame) return listing.folders;
  if (statuses.size === 0) return null;
  const folders = [...listed].flatMap(([path, attributes]) => {
    const { status = null, mailboxId = null } = statuses.get(path) ?? {};
    return isOurs(connection, path) ? [{ ...toRemoteFolder(connection, path, attributes), status, mailboxId }] : [];
  });
  connection.listing = answers && { answers, folders };
  return folders;
}

function tokensOf({ client, capabilities }: Connection): Token[] {
  const wanted: Token[] = [atom("STATUS"), statusItems(capabilities).map(atom), atom("SUBSCRIBED")];
  if (capabilities.specialUse) wanted.push(atom("SPECIAL-USE"));
  return [text(encodePath(client, "")), text("*"), atom("RETURN"), wanted];
}

/** Not the folders that others share with this user. */
function isOurs({ client }: Connection, path: string): boolean {
  return path === "INBOX" || path.startsWith(client.namespace?.prefix ?? "");
}

function toRemoteFolder({ client }: Connection, listedPath: string, attributes: ImapResponse["attributes"]) {
  const [flagTokens, delimiterToken] = attributes ?? [];
  const delimiter = tokenText(delimiterToken);
  const path = delimiter && listedPath.startsWith(delimiter) ? listedPath.slice(delimiter.length) : listedPath;
  const flags = new Set((Array.isArray(flagTokens) ? flagTokens : []).map((token) => tokenText(token).toLowerCase()));
  return {
    path,
    name: delimiter ? path.slice(path.lastIndexOf(delimiter) + 1) : path,
    delimiter,
    selectable: !flags.has("\\noselect") && !flags.has("\\nonexistent"),
    serverRole: roleOfFlags(path, flags),
    isVirtual: isVirtualFolder(flags),
    ownLabel: ownLabelOf(path, flags),
    subscribed: flags.has("\\subscribed"),
    namespacePrefix: client.namespace?.prefix ?? "",
  };
}
