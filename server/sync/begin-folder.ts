import { updateFolder, type FolderPatch, type FolderRow } from "#db/queries/sync/folders";
import { storedUids } from "#db/queries/sync/placements";
import { emptyFormerQuarantine } from "#db/queries/sync/quarantine";
import { now } from "#server/clock";
import { log } from "#server/log";
import type { ImapSession, SelectedFolder } from "#server/imap/session";
import { store } from "#server/store";
import { isNewUidValidity } from "./plan.ts";
import { commitTo } from "./record.ts";
import { holdsSameMessages } from "./same-messages.ts";
import { freshMemory, memoryOf, type SyncContext } from "./sync-context.ts";
import { withFolderRow } from "./with-folder.ts";

const logger = log("sync");

/** A server that changes UIDVALIDITY more often than this before one pass is through is not worth following for a while. */
const resetsMax = 5;

/** Draws the line between new mail and history: new mail comes from here upwards, history from here downwards. */
export async function beginFolder(context: SyncContext, folderId: number): Promise<void> {
  await withFolderRow(context, folderId, 2, async (session, folder) => {
    const selected = await session.select(folder.path);
    const line = await lineOf(session, selected);
    context.memory.set(folder.id, freshMemory());
    await commitTo(context, folder, (tx) => updateFolder(tx, folder.id, beginning(selected, line)));
  });
}

/**
 * The UIDs of a folder have a new meaning: all mail is read anew, newest first, and known messages get their new UIDs as they are
 * recognised. Until that is through, what was stored stays in sight.
 */
export async function resetFolder(context: SyncContext, folderId: number): Promise<void> {
  await withFolderRow(context, folderId, 2, async (session, folder) => {
    const selected = await session.select(folder.path);
    if (await adopt(context, session, folder, selected)) return;
    const line = await lineOf(session, selected);
    const resetCount = memoryOf(context, folder.id).resetCount + 1;
    logger.warn("A folder has a new UIDVALIDITY and is read anew.", { folderId: folder.id, resetCount });
    context.memory.set(folder.id, { ...freshMemory(), resetCount });
    await commitTo(context, folder, async (tx) => {
      await updateFolder(tx, folder.id, {
        ...beginning(selected, line),
        generation: folder.generation + 1,
        failureDetail: "The server has renumbered this folder; its mail is being read anew.",
        parkedUntil: resetCount > resetsMax ? new Date(now().getTime() + context.timing.parkMs) : null,
      });
      await emptyFormerQuarantine(tx, folder.id, folder.generation + 1);
    });
  });
}

/**
 * Some servers give a folder another UIDVALIDITY when it is renamed or moved to another machine, and leave its UIDs: then there is
 * nothing to read anew, and flags and UIDs are compared.
 */
async function adopt(
  context: SyncContext,
  session: ImapSession,
  folder: FolderRow,
  selected: SelectedFolder,
): Promise<boolean> {
  const { uidValidity, uidNext, highestModseq } = selected;
  const isChanged = isNewUidValidity(folder.uidValidity, uidValidity);
  if (!isChanged || !folder.backfillDone || uidNext === null || uidNext < folder.frontier) return false;
  // What is taken for gone would come back by its UID, which may be another message's now.
  const { missingUids } = await storedUids(store().read, folder.id, folder.generation);
  if (missingUids.length > 0 || !(await holdsSameMessages(session, folder))) return false;
  const memory = memoryOf(context, folder.id);
  memory.resetCount += 1;
  if (memory.resetCount > resetsMax) return false;
  logger.info("A folder has a new UIDVALIDITY and the same messages.", { folderId: folder.id });
  await commitTo(context, folder, (tx) =>
    updateFolder(tx, folder.id, { uidValidity, highestModseq, modseqAnchor: null, lastComparedAt: null }),
  );
  return true;
}

function beginning(selected: SelectedFolder, line: number): FolderPatch {
  return {
    uidValidity: selected.uidValidity === 0n ? null : selected.uidValidity,
    mailboxId: selected.mailboxId,
    uidNext: selected.uidNext ?? line,
    highestModseq: selected.highestModseq,
    keepsKeywords: selected.permanentFlags.includes("\\*") && !selected.readOnly,
    // Changes from here on are asked for; what is read from now on is at least this new.
    modseqAnchor: selected.highestModseq,
    frontier: line,
    backfillFrontier: line,
    backfillDone: false,
    serverCount: selected.messageCount,
    storedCount: 0,
    lastComparedAt: null,
    failureCount: 0,
    failureDetail: "",
    parkedUntil: null,
  };
}

/** UIDNEXT, or where a server does not tell it, one above the newest message. */
async function lineOf(session: ImapSession, selected: SelectedFolder): Promise<number> {
  if (selected.uidNext !== null) return selected.uidNext;
  if (selected.messageCount === 0) return 1;
  const uids = await session.searchUids({ from: 1, to: Infinity });
  return (uids.at(-1) ?? 0) + 1;
}
