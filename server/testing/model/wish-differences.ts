/** Whether what agents wished for, and was said to be done, is so on the server. */
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { folders, messages, operations, placements } from "#db/schema/index";
import { store } from "../../store.ts";
import type { ScriptedMailbox } from "../scripted-imap/scripted-mailbox.ts";
import type { Ledger } from "./ledger.ts";

/**
 * The last word on \Seen, which nobody but the app says, and on where a mail lies, where no other program handled it.
 */
export async function wishDifferences(mailbox: ScriptedMailbox, ledger: Ledger): Promise<string[]> {
  const rows = await store()
    .read.select({ operation: operations, placement: placements, path: folders.path, id: messages.internetMessageId })
    .from(operations)
    .innerJoin(placements, and(eq(placements.id, operations.placementId), isNull(placements.missingSince)))
    .innerJoin(folders, eq(folders.id, placements.folderId))
    .innerJoin(messages, eq(messages.id, placements.messageId))
    .where(inArray(operations.kind, ["store-flags", "move"]))
    .orderBy(asc(operations.id));
  const differences: string[] = [];
  const lastSeen = new Map<number, boolean | null>();
  const lastFolder = new Map<number, number | null>();
  for (const { operation, placement } of rows) {
    const { payload, state } = operation;
    // What was given up was turned back, to whatever the server has.
    const isKnown = state === "done";
    if (payload.kind === "move" && state !== "cancelled")
      lastFolder.set(placement.id, isKnown ? payload.toFolderId : null);
    if (payload.kind !== "store-flags" || state === "cancelled") continue;
    if (payload.add.includes("\\Seen")) lastSeen.set(placement.id, isKnown ? true : null);
    if (payload.remove.includes("\\Seen")) lastSeen.set(placement.id, isKnown ? false : null);
  }
  for (const { placement, path, id } of new Map(rows.map((row) => [row.placement.id, row])).values()) {
    const seen = lastSeen.get(placement.id) ?? null;
    const isSeen = mailbox.folders.get(path)?.find(placement.uid)?.flags.has("\\Seen");
    if (seen !== null && isSeen !== undefined && isSeen !== seen && ledger.isLeftAlone(id))
      differences.push(`<${id}> was to be ${seen ? "seen" : "unseen"} and is not`);
    // What a server could only copy lies there still, marked as deleted.
    const folderId = placement.deleted ? null : (lastFolder.get(placement.id) ?? null);
    if (folderId !== null && folderId !== (placement.movingToFolderId ?? placement.folderId) && ledger.isLeftAlone(id))
      differences.push(`<${id}> was moved to folder ${folderId} and lies in ${path}`);
  }
  return differences;
}
