import { encodePath, formatDateTime } from "imapflow/lib/tools.js";
import type { Connection } from "./connection.ts";
import { ImapError } from "./errors.ts";
import { tokenBigint, tokenNumber } from "./response-tokens.ts";
import { atom, runCommand, text } from "./run-command.ts";
import type { AppendReceipt } from "./session.ts";

/** The UID is the server's own word (APPENDUID, RFC 4315) or null: whatever is newest afterwards may be somebody else's. */
export async function appendMessage(
  connection: Connection,
  path: string,
  source: Buffer,
  flags: string[],
  receivedAt: Date,
): Promise<AppendReceipt> {
  const { client } = connection;
  const limit = client.capabilities.get("APPENDLIMIT");
  if (typeof limit === "number" && source.length > limit) {
    throw new ImapError("too-large", "APPENDLIMIT", "The mail server takes no message as large as this.");
  }
  const answer = await runCommand(connection, "deliver", "APPEND", [
    text(encodePath(client, path)),
    flags.map(atom),
    text(formatDateTime(receivedAt) ?? ""),
    { type: "LITERAL", value: source },
  ]);
  if (answer.code !== "APPENDUID") return { uid: null, uidValidity: null };
  return { uid: tokenNumber(answer.values[1]), uidValidity: tokenBigint(answer.values[0]) };
}
