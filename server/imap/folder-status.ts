import { encodePath } from "imapflow/lib/tools.js";
import type { Connection } from "./connection.ts";
import { ImapError } from "./errors.ts";
import { tokenBigint, tokenText } from "./response-tokens.ts";
import { atom, runCommand, text } from "./run-command.ts";
import type { FolderStatus } from "./session.ts";

export async function folderStatus(connection: Connection, path: string): Promise<FolderStatus> {
  const items = ["MESSAGES", "UNSEEN", "UIDNEXT", "UIDVALIDITY"];
  if (connection.capabilities.condstore) items.push("HIGHESTMODSEQ");
  const values = new Map<string, bigint>();
  const tokens = [text(encodePath(connection.client, path)), items.map(atom)];
  await runCommand(connection, "select", "STATUS", tokens, {
    STATUS: ({ attributes }) => {
      const list: unknown = attributes?.[1];
      if (!Array.isArray(list)) return;
      for (let index = 0; index + 1 < list.length; index += 2) {
        const value = tokenBigint(list[index + 1]);
        if (value !== null) values.set(tokenText(list[index]).toUpperCase(), value);
      }
    },
  });
  const count = (name: string) => Number(values.get(name) ?? 0);
  const status = toFolderStatus({
    messages: values.has("MESSAGES") ? count("MESSAGES") : undefined,
    unseen: count("UNSEEN"),
    uidNext: count("UIDNEXT"),
    uidValidity: values.get("UIDVALIDITY"),
    highestModseq: values.get("HIGHESTMODSEQ"),
  });
  if (!status) throw new ImapError("protocol", "STATUS", "The mail server did not say how many messages a folder has.");
  return status;
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
