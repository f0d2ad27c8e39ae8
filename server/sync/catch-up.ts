/**
 * Brings a folder that was seen before up to what the server has now: changes, deletions, new mail; the checkpoint moves last, to what
 * SELECT answered before any of it was read, so that a pass that breaks off is repeated and none is skipped.
 */
import { folderById, updateFolder, type FolderPatch, type FolderRow } from "#db/queries/sync/folders";
import { countUnseen } from "#db/queries/sync/placements";
import { now } from "#server/clock";
import { log } from "#server/log";
import type { FolderStatus, ImapSession, SelectedFolder } from "#server/imap/session";
import { store } from "#server/store";
import { isMassVanish } from "./apply-vanished.ts";
import { compareFolder } from "./compare-pass.ts";
import { bringNewMail } from "./new-mail-pass.ts";
import { isBackwards, type ChangeSource } from "./plan.ts";
import { readChanges, resyncOf } from "./read-changes.ts";
import { commitTo, recordFlags, recordVanished } from "./record.ts";
import { holdsSameMessages } from "./same-messages.ts";
import { scanAllFlags, scanNewestFlags } from "./scan-flags.ts";
import { memoryOf, type Hint, type SyncContext } from "./sync-context.ts";
import {
  checkFirstUidValidity,
  checkUidValidity,
  FolderGone,
  UidValidityChanged,
  withFolderRow,
} from "./with-folder.ts";

const logger = log("sync");

/** What was announced and has not come after so many looks was about something that is not here any more. */
const lateMax = 5;

type Plan = { changes: ChangeSource; compare: boolean };

export async function catchUp(
  context: SyncContext,
  folderId: number,
  plan: Plan,
  remote: FolderStatus | null,
  hint: Hint | undefined,
): Promise<{ newCount: number }> {
  const look = await withFolderRow(context, folderId, 2, (session, folder) =>
    lookAt(context, session, folder, plan, hint),
  );
  const { folder, selected, newUids } = look;
  await bringNewMail(context, folder, newUids);
  if (plan.changes === "all-flags" || look.isRewound) await scanAllFlags(context, folderId);
  else if (remote && (await missesSeen(context, folder, plan, remote, newUids))) await scanAllFlags(context, folderId);
  if (plan.compare || look.compare) await compareFolder(context, folderId);
  else if (await isCountOff(context, folderId, look)) await compareFolder(context, folderId, "count");
  const checkpoint = { ...checkpointOf(folder, selected, remote), ...lateModseqs(context, look, plan) };
  await commitTo(context, folder, (tx) => updateFolder(tx, folderId, checkpoint));
  return { newCount: newUids.length };
}

type Look = {
  folder: FolderRow;
  selected: SelectedFolder;
  newUids: number[];
  vanishedCount: number;
  /** The highest MODSEQ of what was told to have changed. */
  toldModseq: bigint | null;
  compare: boolean;
  isRewound: boolean;
};

/** One visit: SELECT, what is new, what has changed; changes of known messages are stored before anybody else can act on them. */
async function lookAt(
  context: SyncContext,
  session: ImapSession,
  folder: FolderRow,
  plan: Plan,
  hint: Hint | undefined,
): Promise<Look> {
  const memory = memoryOf(context, folder.id);
  const selected = await session.select(folder.path, resyncOf(context, folder, plan.changes));
  checkUidValidity(folder, selected);
  await checkFirstUidValidity(session, folder, selected);
  const rewound = await rewind(context, session, folder, selected);
  // Where machines with different views take turns, once in a while is enough.
  const isRewound = rewound !== null && performance.now() - memory.comparedAt >= context.timing.recompareMs;
  const newUids = await session.searchUids({ from: rewound?.frontier ?? folder.frontier, to: Infinity });
  const told = await readChanges(context, session, folder, plan.changes, selected);
  if (plan.changes === "newest-flags" || plan.changes === "all-flags") {
    // What was told by the way is older than what is read now.
    await recordFlags(context, folder, hint?.flags ?? []);
    await scanNewestFlags(context, session, folder);
  }
  const vanished = [...new Set([...told.vanished, ...(hint?.vanished ?? []), ...memory.heldUids])];
  const isDoubtful = isMassVanish(vanished.length, folder.storedCount);
  if (!isDoubtful) memory.heldUids = new Set(await recordVanished(context, folder, vanished));
  return {
    folder,
    selected,
    newUids,
    vanishedCount: vanished.length,
    toldModseq: told.toldModseq,
    compare: isDoubtful || told.isIncomplete || isRewound,
    isRewound,
  };
}

/**
 * Gmail raises HIGHESTMODSEQ before the change can be seen: the anchor goes no further than what was seen, and where nothing was, the next
 * looks look again.
 */
function lateModseqs(context: SyncContext, { folder, selected, newUids, toldModseq }: Look, plan: Plan): FolderPatch {
  const { modseqAnchor: anchor, highestModseq } = folder;
  if (!context.capabilities.gmail || plan.changes !== "condstore" || anchor === null) return {};
  const memory = memoryOf(context, folder.id);
  const isSeen = toldModseq !== null || newUids.length > 0 || selected.messageCount !== folder.serverCount;
  const isAnnounced = selected.highestModseq !== null && selected.highestModseq !== highestModseq;
  memory.lateCount = isAnnounced && !isSeen ? memory.lateCount + 1 : 0;
  const modseqAnchor = toldModseq !== null && toldModseq > anchor ? toldModseq : anchor;
  return memory.lateCount > 0 && memory.lateCount <= lateMax ? { modseqAnchor, highestModseq } : { modseqAnchor };
}

/**
 * UIDNEXT and HIGHESTMODSEQ only ever grow (RFC 9051 §2.3.1.1, RFC 7162 §3.1.1). Where they have not, a backup was restored or another
 * machine answers: what lies at known UIDs is looked at, and new mail is expected from the UID that the server names now.
 * @throws UidValidityChanged when other messages lie there
 */
async function rewind(
  context: SyncContext,
  session: ImapSession,
  folder: FolderRow,
  selected: SelectedFolder,
): Promise<{ frontier: number } | null> {
  if (!isBackwards(folder.uidNext, selected.uidNext) && !isBackwards(folder.highestModseq, selected.highestModseq))
    return null;
  logger.warn("A folder's numbers went backwards.", { folderId: folder.id });
  if (folder.storedCount > 0 && !(await holdsSameMessages(session, folder))) throw new UidValidityChanged();
  const frontier = Math.min(folder.frontier, selected.uidNext ?? folder.frontier);
  const backfillFrontier = Math.min(folder.backfillFrontier ?? frontier, frontier);
  await commitTo(context, folder, (tx) => updateFolder(tx, folder.id, { frontier, backfillFrontier }));
  return { frontier };
}

/** Whether a flag beyond the newest messages has changed, as far as the number of unseen ones tells. */
async function missesSeen(
  context: SyncContext,
  folder: FolderRow,
  plan: Plan,
  remote: FolderStatus,
  newUids: number[],
): Promise<boolean> {
  if (plan.changes !== "newest-flags" || !folder.backfillDone) return false;
  if (context.account.historySince === null)
    return (await countUnseen(store().read, folder.id, folder.generation)) !== remote.unseenCount;
  return newUids.length === 0 && remote.unseenCount !== folder.serverUnseenCount;
}

/** Whether something disappeared that nobody told of. */
async function isCountOff(context: SyncContext, folderId: number, look: Look): Promise<boolean> {
  const folder = await folderById(store().read, folderId);
  if (!folder) throw new FolderGone();
  const isWhole = folder.backfillDone && context.account.historySince === null;
  const expected = isWhole
    ? folder.storedCount + folder.quarantinedCount
    : look.folder.serverCount + look.newUids.length - look.vanishedCount;
  return expected !== look.selected.messageCount;
}

function checkpointOf(folder: FolderRow, selected: SelectedFolder, remote: FolderStatus | null) {
  return {
    uidValidity: selected.uidValidity === 0n ? folder.uidValidity : selected.uidValidity,
    mailboxId: selected.mailboxId ?? folder.mailboxId,
    uidNext: selected.uidNext ?? folder.uidNext,
    highestModseq: selected.highestModseq,
    keepsKeywords: selected.permanentFlags.includes("\\*") && !selected.readOnly,
    modseqAnchor: selected.highestModseq,
    serverCount: selected.messageCount,
    ...(remote ? { serverUnseenCount: remote.unseenCount } : {}),
    failureCount: 0,
    parkedUntil: null,
    ...(folder.backfillDone ? { failureDetail: "", lastSyncedAt: now() } : {}),
  };
}
