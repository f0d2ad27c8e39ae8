import { folderById, updateFolder, type FolderRow } from "#db/queries/sync/folders";
import { now } from "#server/clock";
import { messageOf } from "#server/errors";
import { log } from "#server/log";
import { ImapError } from "#server/imap/errors";
import type { FolderStatus } from "#server/imap/session";
import { store } from "#server/store";
import { beginFolder, resetFolder } from "./begin-folder.ts";
import { catchUp } from "./catch-up.ts";
import { noteProblem } from "./note-problem.ts";
import { planFolder, restMs, type FolderPlan } from "./plan.ts";
import { WindowUnreadable } from "./read-window.ts";
import { commitTo } from "./record.ts";
import { memoryOf, type Hint, type SyncContext } from "./sync-context.ts";
import type { Timing } from "./timing.ts";
import { FolderGone, UidValidityChanged } from "./with-folder.ts";

const logger = log("sync");
const failuresMax = 3;
/** A folder that is listed time and again and cannot be found is a phantom (Dovecot's shared roots). */
const absencesMax = 5;

export type Visit = { newCount: number };

/**
 * Does for one folder what its plan says.
 * @param known its row as it was when `remote` was asked for, or newer: what has happened since is told by itself
 * @param remote its status, when it was asked for
 * @param hint what the server told of it by itself
 */
export async function visitFolder(
  context: SyncContext,
  known: FolderRow,
  remote: FolderStatus | null,
  hint?: Hint,
): Promise<Visit> {
  if (planOf(context, known, remote, hint !== undefined).plan.kind === "skip") return { newCount: 0 };
  const folder = await folderById(store().read, known.id);
  if (!folder) throw new FolderGone();
  const { plan } = planOf(context, folder, remote, hint !== undefined);
  switch (plan.kind) {
    case "skip":
      return { newCount: 0 };
    case "begin":
      await beginFolder(context, folder.id);
      return { newCount: 0 };
    case "reset":
      await resetFolder(context, folder.id);
      return { newCount: 0 };
    case "catch-up": {
      const visit = await catchUp(context, folder.id, plan, remote, hint);
      memoryOf(context, folder.id).absentCount = 0;
      return visit;
    }
    default:
      return plan satisfies never;
  }
}

/** What a look at a folder would do, and for how long there will be nothing to do while the server says the same. */
export function planOf(
  context: SyncContext,
  folder: FolderRow,
  remote: FolderStatus | null,
  isHinted: boolean,
): { plan: FolderPlan; restMs: number } {
  const memory = memoryOf(context, folder.id);
  const at = performance.now();
  const circumstances = {
    now: now(),
    wantsAll: context.account.historySince === null,
    isHinted: isHinted || memory.heldUids.size > 0,
    sinceNewestScanMs: at - memory.newestScanAt,
    sinceFullScanMs: at - memory.fullScanAt,
    sinceCompareMs: at - memory.comparedAt,
  };
  const isStirred = memory.parkedStatus !== null && memory.parkedStatus !== contentOf(remote);
  const known = isStirred ? { ...folder, parkedUntil: null } : folder;
  const plan = planFolder(known, remote, context.capabilities, context.timing, circumstances);
  return { plan, restMs: restMs(plan, folder, remote, context.timing, circumstances) };
}

/** A folder that is left alone gets another chance each time that something happens in it: remembers what the server says of it now. */
export function noteParked(context: SyncContext, folder: FolderRow, remote: FolderStatus | null): void {
  const isParked = folder.parkedUntil !== null && folder.parkedUntil > now();
  memoryOf(context, folder.id).parkedStatus = isParked ? contentOf(remote) : null;
}

/** UIDVALIDITY left out: a folder may be left alone because that never stays. */
function contentOf(remote: FolderStatus | null): string {
  return remote ? [remote.messageCount, remote.uidNext, remote.highestModseq].join(" ") : "";
}

/**
 * Runs work on one folder so that its failure stays its own.
 * @returns undefined when it failed
 * @throws what ends the connection or the worker, and so concerns all folders
 */
export async function keepApart<T>(
  context: SyncContext,
  folderId: number,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FolderGone) return undefined;
    if (!context.sessions.isConnected(context.account.id) || isOfAccount(context, error)) throw error;
    // Half of the window is asked for the next time.
    if (error instanceof WindowUnreadable) return undefined;
    if (error instanceof UidValidityChanged) {
      await keepApart(context, folderId, () => resetFolder(context, folderId));
      return undefined;
    }
    // Renamed or deleted since it was listed, most likely: the next list will tell.
    if (error instanceof ImapError && error.code === "NONEXISTENT") {
      const memory = memoryOf(context, folderId);
      memory.absentCount += 1;
      if (memory.absentCount <= absencesMax) return undefined;
    }
    await noteFailure(context, folderId, error);
    return undefined;
  }
}

function isOfAccount(context: SyncContext, error: unknown): boolean {
  if (context.signal.aborted) return true;
  if (error instanceof WindowUnreadable || error instanceof UidValidityChanged) return false;
  // Anything that is not the server's doing is a fault of ours and has to be seen.
  if (!(error instanceof ImapError)) return true;
  // Said of one folder: its index is broken, and the others are well.
  if (error.code === "server_error") return false;
  return ["offline", "network", "refused", "throttled", "auth", "tls", "over-quota"].includes(error.kind);
}

async function noteFailure(context: SyncContext, folderId: number, error: unknown): Promise<void> {
  const folder = await folderById(store().read, folderId);
  if (!folder) return;
  const failureCount = folder.failureCount + 1;
  const parkedUntil = parkedUntilAfter(failureCount, error, context.timing);
  logger.warn("A folder could not be synced.", { accountId: folder.accountId, folderId, failureCount, error });
  await noteProblem(folder.accountId, folderId, error);
  await commitTo(context, folder, (tx) =>
    // What was told on the way may be lost: the next pass compares.
    updateFolder(tx, folderId, { failureCount, failureDetail: messageOf(error), parkedUntil, lastComparedAt: null }),
  );
}

/** A server that is in trouble may be well again soon; a folder that it will not open stays so. */
function parkedUntilAfter(failureCount: number, error: unknown, timing: Timing): Date | null {
  if (failureCount < failuresMax) return null;
  const isPassing = error instanceof ImapError && error.code === "server_error";
  const parkMs = isPassing ? timing.firstParkMs * 2 ** (failureCount - failuresMax) : timing.parkMs;
  return new Date(now().getTime() + Math.min(parkMs, timing.parkMs));
}
