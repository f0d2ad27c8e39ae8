/**
 * MOVE where it is to be had; else COPY, \Deleted and UID EXPUNGE of exactly these; else COPY and \Deleted. Never a plain EXPUNGE or
 * CLOSE: those take along whatever anybody else has marked.
 */
import { encodePath } from "imapflow/lib/tools.js";
import type { Connection } from "./connection.ts";
import { ImapError } from "./errors.ts";
import { responseCode, tokenBigint, tokenText } from "./response-tokens.ts";
import { runCommand, text, uidSet, type Answer } from "./run-command.ts";
import type { MoveReceipt } from "./session.ts";
import { storeFlags } from "./store-flags.ts";
import { countUids, expandRanges, packUids, parseUidSet } from "./uid-set.ts";

type Copied = Pick<MoveReceipt, "uidMap" | "destinationUidValidity">;

export async function moveMessages(connection: Connection, uids: number[], destination: string): Promise<MoveReceipt> {
  const { move, uidplus } = connection.capabilities;
  const receipts: Copied[] = [];
  for (const set of packUids(uids)) {
    const copied = await transfer(connection, move ? "UID MOVE" : "UID COPY", set, destination);
    receipts.push(copied);
    if (!move) await removeSource(connection, set, copied);
  }
  const manner = move ? "moved" : uidplus ? "copied-and-expunged" : "copied";
  return { ...joined(receipts), manner };
}

async function transfer(connection: Connection, command: string, set: string, destination: string): Promise<Copied> {
  const tokens = [uidSet(set), text(encodePath(connection.client, destination))];
  let told: Copied = { uidMap: null, destinationUidValidity: null };
  const take = (answer: Answer) => {
    told = copyUid(answer) ?? told;
  };
  // For MOVE the code comes before the messages go, in an untagged OK (RFC 6851 §4.3).
  const answer = await runCommand(connection, "deliver", command, tokens, { OK: (ok) => take(responseCode(ok)) });
  take(answer);
  return told;
}

/** What the server did not say it had copied stays. */
async function removeSource(connection: Connection, set: string, { uidMap }: Copied): Promise<void> {
  try {
    await removeCopied(connection, uidMap ? [...uidMap.keys()] : uidsOf(set));
  } catch (error) {
    // The copies exist: to do it all again would make more of them.
    if (!(error instanceof ImapError)) throw error;
    throw new ImapError(error.kind, error.code, error.message, { cause: error, isUncertain: true });
  }
}

/** Without UIDPLUS they stay, marked as deleted. */
export async function removeCopied(connection: Connection, uids: number[]): Promise<void> {
  for (const part of packUids(uids)) {
    await storeFlags(connection, uidsOf(part), { add: ["\\Deleted"], remove: [] });
    if (connection.capabilities.uidplus) await runCommand(connection, "command", "UID EXPUNGE", [uidSet(part)]);
  }
}

/** `COPYUID <validity> <source set> <destination set>`, pairwise in order (RFC 4315 §3). */
function copyUid({ code, values }: Answer): Copied | null {
  if (code !== "COPYUID") return null;
  const from = uidsOf(tokenText(values[1]));
  const to = uidsOf(tokenText(values[2]));
  if (from.length === 0 || from.length !== to.length) return null;
  return {
    uidMap: new Map(from.map((uid, index) => [uid, to[index] ?? 0])),
    destinationUidValidity: tokenBigint(values[0]),
  };
}

function uidsOf(set: string): number[] {
  const ranges = parseUidSet(set);
  return countUids(ranges) > 1_000_000 ? [] : expandRanges(ranges, { from: 1, to: Infinity });
}

function joined(receipts: Copied[]): Copied {
  const told = receipts.filter((receipt) => receipt.uidMap !== null);
  if (told.length === 0) return { uidMap: null, destinationUidValidity: null };
  return {
    uidMap: new Map(told.flatMap((receipt) => [...(receipt.uidMap ?? [])])),
    destinationUidValidity: told[0]?.destinationUidValidity ?? null,
  };
}
