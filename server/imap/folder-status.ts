import { encodePath } from "imapflow/lib/tools.js";
import type { Connection } from "./connection.ts";
import { ImapError } from "./errors.ts";
import { tokenBigint, tokenText } from "./response-tokens.ts";
import { atom, runCommand, text } from "./run-command.ts";
import type { FolderStatus, ServerCapabilities } from "./session.ts";

export async function folderStatus(connection: Connection, path: string): Promise<FolderStatus> {
  let status: FolderStatus | null = null;
  const items = statusItems(connection.capabilities).map(atom);
  await runCommand(connection, "select", "STATUS", [text(encodePath(connection.client, path)), items], {
    STATUS: ({ attributes }) => {
      status = readStatus(attributes?.[1]).status ?? status;
    },
  });
  if (!status) throw new ImapError("protocol", "STATUS", "The mail server did not say how many messages a folder has.");
  return status;
}

/** What is asked of a folder, in STATUS's words. */
export function statusItems({ condstore, objectId }: ServerCapabilities): string[] {
  const items = ["MESSAGES", "UNSEEN", "UIDNEXT", "UIDVALIDITY"];
  if (condstore) items.push("HIGHESTMODSEQ");
  if (objectId) items.push("MAILBOXID");
  return items;
}

/** @param list the names and values of an untagged STATUS */
export function readStatus(list: unknown): { status: FolderStatus | null; mailboxId: string | null } {
  const values = new Map<string, bigint>();
  let mailboxId: string | null = null;
  for (let index = 0; Array.isArray(list) && index + 1 < list.length; index += 2) {
    const [name, token]: [string, unknown] = [tokenText(list[index]).toUpperCase(), list[index + 1]];
    const value = tokenBigint(token);
    if (value !== null) values.set(name, value);
    // `MAILBOXID (<id>)`, RFC 8474 §4.3.
    if (name === "MAILBOXID" && Array.isArray(token)) mailboxId = tokenText(token[0]) || null;
  }
  const count = (name: string) => Number(values.get(name) ?? 0);
  const status = toFolderStatus({
    messages: values.has("MESSAGES") ? count("MESSAGES") : undefined,
    unseen: count("UNSEEN"),
    uidNext: count("UIDNEXT"),
    uidValidity: values.get("UIDVALIDITY"),
    highestModseq: values.get("HIGHESTMODSEQ"),
  });
  return { status, mailboxId };
}

type StatusValues = {
  messages?: number | undefined;
  unseen?: number | undefined;
  uidNext?: number | undefined;
  uidValidity?: bigint | undefined;
  highestModseq?: bigint | undefined;
};

/** null when the count is missing: some servers answer `STATUS name ()`, and no answer is not an empty folder. */
export function toFolderStatus(values: StatusValues): FolderStatus | null {
  if (values.messages === undefined) return null;
  return {
    messageCount: values.messages,
    unseenCount: values.unseen ?? 0,
    uidNext: values.uidNext || null,
    uidValidity: values.uidValidity || null,
    highestModseq: values.highestModseq || null,
  };
}
