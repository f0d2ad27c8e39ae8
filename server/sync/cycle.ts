import { hasSettledFolderActs } from "#db/queries/outbox/folder-acts";
import { foldersOf, foldersWithoutHistory, type FolderRow } from "#db/queries/sync/folders";
import { deleteMissingPlacements, hasMissingPlacements } from "#db/queries/sync/placements";
import { now } from "#server/clock";
import { commit } from "#server/events/commit";
import { store } from "#server/store";
import type { RemoteFolder } from "#server/imap/session";
import { announceBacklog, bringHistory, searchBacklog, searchRecent } from "./backfill-pass.ts";
import { listFresh, statusFresh } from "./fresh-status.ts";
import type { Hints } from "./hints.ts";
import type { FolderModeReason } from "./labels/choose-labelling.ts";
import { settleLabels } from "./labels/settle-labels.ts";
import { inRoleOrder, nextHistory } from "./next-history.ts";
import { holdsNewMail } from "./plan.ts";
import { reconcileFolders, type Reconciled } from "./reconcile-folders.ts";
import { retryQuarantine } from "./retry-quarantine.ts";
import { memoryOf, type SyncContext } from "./sync-context.ts";
import { keepApart, noteParked, planOf, visitFolder } from "./visit-folder.ts";

const recentMs = 30 * 24 * 60 * 60 * 1000;
const sweptMax = 500;
/** What others of this process have changed meanwhile is seen after this at the latest. */
const stillMaxMs = 5 * 60 * 1000;

/** What the server listed, and until when there is nothing to do as long as it lists the same; 0 when there was something to do. */
export type Look = { listed: RemoteFolder[]; stillUntil: number; folderModeReason: FolderModeReason | null };

/**
 * One look at the whole account: which folders there are, and what is new in each. Unchanged folders cost nothing but the list; when all
 * are, the next looks cost nothing but that the list is the same.
 * @returns the last look when there still is nothing to do, otherwise what this one saw
 */
export async function runCycle(
  context: SyncContext,
  hints: Hints,
  last: Look | null,
  afterEach: (folder: FolderRow) => Promise<void>,
): Promise<Look> {
  const askedAt = now();
  const listed = await context.sessions.run(context.account.id, 2, listFresh);
  if (last && last.listed === listed && last.stillUntil > performance.now() && hints.isEmpty) return last;
  const statuses = new Map(listed.map((folder) => [folder.path, folder.status]));
  // An older list knows nothing of a folder that was just made, and still of one that was just deleted.
  const isOvertaken = hasSettledFolderActs(store().read, context.account.id, askedAt);
  const reconciled = isOvertaken ? await asStored(context, last) : await reconcileFolders(context, listed);
  const folders = inRoleOrder(reconciled.folders);
  let restMs = stillMaxMs;
  for (const folder of folders) {
    const status = statuses.get(folder.path) ?? null;
    restMs = Math.min(restMs, planOf(context, folder, status, hints.has(folder.path)).restMs);
    await visitHinted(context, hints, folder, status);
    noteParked(context, folder, status);
    await afterEach(folder);
  }
  restMs = Math.min(restMs, await settleLabels(context));
  await retryQuarantine(context);
  const isSwept = await sweep(context);
  // What one list lacks is gone when the next one lacks it, too, which may be the same to the byte.
  const isAtRest = (folder: FolderRow) => folder.quarantinedCount === 0 && folder.missingSince === null;
  const isStill = isSwept && !reconciled.isPassing && folders.every(isAtRest);
  const stillUntil = isStill && restMs > 0 ? performance.now() + restMs : 0;
  return { listed, stillUntil, folderModeReason: reconciled.folderModeReason };
}

async function asStored({ account }: SyncContext, last: Look | null): Promise<Reconciled> {
  const folders = await foldersOf(store().read, account.id);
  return { folders, folderModeReason: last?.folderModeReason ?? null, isPassing: true };
}

/** @returns whether the server told of new mail and none was found */
export async function visitHinted(
  context: SyncContext,
  hints: Hints,
  folder: FolderRow,
  status: Parameters<typeof visitFolder>[2],
): Promise<boolean> {
  const hint = hints.take(folder.path);
  const visit = await keepApart(context, folder.id, () => visitFolder(context, folder, status, hint)).catch(
    (error: unknown) => {
      if (hint) hints.putBack(folder.path, hint);
      throw error;
    },
  );
  return hint?.isArrival === true && visit?.newCount === 0;
}

/** One look at nothing but what is new in the inbox. */
export async function visitInbox(context: SyncContext, hints: Hints): Promise<void> {
  const folders = await foldersOf(store().read, context.account.id);
  for (const folder of folders.filter((one) => holdsNewMail(one) && one.missingSince === null)) {
    const status = await context.sessions.run(folder.accountId, 2, (session) => statusFresh(session, folder.path));
    await visitHinted(context, hints, folder, status);
  }
}

/**
 * Finds out what history there is to bring, and says how much.
 * @returns whether something was found out; folders without history are done with that
 */
export async function prepareHistory(context: SyncContext): Promise<boolean> {
  const folders = await waitingForHistory(context);
  const unknown = inRoleOrder(folders).filter((folder) => memoryOf(context, folder.id).backlog === null);
  if (unknown.length === 0) return false;
  for (const folder of unknown) {
    await keepApart(context, folder.id, async () => {
      const memory = memoryOf(context, folder.id);
      const backlog = await searchBacklog(context, folder.id);
      if (folder.role === "inbox" || folder.role === "sent") {
        memory.recentFrom = await searchRecent(context, folder.id, new Date(now().getTime() - recentMs));
      }
      memory.backlog = backlog;
      // Nothing to bring: done at once.
      if (backlog.length === 0) await bringHistory(context, folder.id, 1);
    });
  }
  await announceBacklog(context);
  return unknown.some((folder) => memoryOf(context, folder.id).backlog !== null);
}

/** @returns whether there was a window of history to bring */
export async function bringNextHistory(context: SyncContext): Promise<boolean> {
  const step = nextHistory(await waitingForHistory(context), (folderId) => memoryOf(context, folderId));
  if (!step) return false;
  await keepApart(context, step.folderId, () => bringHistory(context, step.folderId, step.until));
  return true;
}

async function waitingForHistory(context: SyncContext): Promise<FolderRow[]> {
  const at = now();
  return (await foldersWithoutHistory(store().read, context.account.id)).filter(
    (folder) =>
      folder.selectable &&
      folder.uidNext !== null &&
      folder.missingSince === null &&
      !(folder.parkedUntil && folder.parkedUntil > at),
  );
}

/**
 * What vanished and did not turn up elsewhere within the grace is removed.
 * @returns whether nothing is left that waits for it
 */
async function sweep(context: SyncContext): Promise<boolean> {
  const { id } = context.account;
  const before = new Date(now().getTime() - context.timing.graceMs);
  let isDue = await hasMissingPlacements(store().read, id, before);
  while (isDue) isDue = (await commit((tx) => deleteMissingPlacements(tx, id, before, sweptMax))) === sweptMax;
  return !(await hasMissingPlacements(store().read, id, now()));
}
