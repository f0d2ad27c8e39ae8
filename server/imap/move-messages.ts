/**
 * MOVE where it is to be had; else COPY, \Deleted and UID EXPUNGE of exactly these; else COPY and \Deleted. Never a plain EXPUNGE or
 * CLOSE: those take along whatever anybody else has marked.
 */
import { encodePath } from "imapflow/lib/tools.js";
import type { Connection } from "./connection.ts";
import { ImapError } from "./errors.ts";
import { restAfter } from "./message-limit.ts";
import { responseCode, tokenBigint, tokenText } from "./response-tokens.ts";
import { runCommand, text, uidSet, type Answer } from "./run-command.ts";
import type { MoveReceipt } from "./session.ts";
import { storeFlags } from "./store-flags.ts";
import { countUids, expandRanges, packUids, parseUidSet } from "./uid-set.ts";

type Copied = Pick<MoveReceipt, "uidMap" | "destinationUidValidity">;

export async function moveMessages(connection: Connection, uids: number[], destination: string): Promise<MoveReceipt> {
  const { move, uidplus, messageLimit } = connection.capabilities;
  const receipts: Copied[] = [];
  for (const set of packUids(uids, messageLimit)) {
    for (let rest: string | null = set; rest !== null;) {
      const { copied, left } = await transfer(connection, move ? "UID MOVE" : "UID COPY", rest, destination);
      receipts.push(copied);
      // What was not copied yet must not be removed.
      const waiting = new Set(uidsOf(left ?? ""));
      const done = uidsOf(rest).filter((uid) => !waiting.has(uid));
      if (!move) await removeSource(connection, done, copied);
      rest = left;
    }
  }
  const manner = move ? "moved" : uidplus ? "copied-and-expunged" : "copied";
  return { ...joined(receipts), manner };
}

type Transfer = { copied: Copied; left: string | null };

async function transfer(connection: Connection, command: string, set: string, destination: string): Promise<Transfer> {
  const tokens = [uidSet(set), text(encodePath(connection.client, destination))];
  let told: Copied = { uidMap: null, destinationUidValidity: null };
  const take = (answer: Answer) => {
    told = copyUid(answer) ?? told;
  };
  // For MOVE the code comes before the messages go, in an untagged OK (RFC 6851 §4.3).
  const answer = await runCommand(connection, "deliver", command, tokens, { OK: (ok) => take(responseCode(ok)) });
  take(answer);
  return { copied: told, left: restAfter(answer, set, null) };
}

/** What the server did not say it had copied stays. */
async function removeSource(connection: Connection, uids: number[], { uidMap }: Copied): Promise<void> {
  try {
    await removeCopied(connection, uidMap ? [...uidMap.keys()] : uids);
  } catch (error) {
    // The copies exist: to do it all again would make more of them.
    if (!(error instanceof ImapError)) throw error;
    throw new ImapError(error.kind, error.code, error.message, { cause: error, isUncertain: true });
  }
}

/** Without UIDPLUS they stay, marked as deleted. */
export async function removeCopied(connection: Connection, uids: number[]): Promise<void> {
  const { uidplus, messageLimit } = connection.capabilities;
  for (const part of packUids(uids, messageLimit)) {
    await storeFlags(connection, uidsOf(part), { add: ["\\Deleted"], remove: [] });
    for (let rest: string | null = uidplus ? part : null; rest !== null;) {
      rest = restAfter(await runCommand(connection, "command", "UID EXPUNGE", [uidSet(rest)]), rest, null);
    }
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
