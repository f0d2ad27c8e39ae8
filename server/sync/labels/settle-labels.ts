/**
 * Keeps what the labels of All Mail say equal to what Gmail counts in each label's folder. Gmail renames and deletes labels without raising
 * the MODSEQ of each message: a count that stays off has all labels read anew.
 */
import { fillMembership, hasUnsettledLabels, recountLabels, straysInLabels } from "#db/queries/labels/label-folders";
import { refreshConversations } from "#db/queries/refresh-conversations";
import { foldersOf, type FolderRow } from "#db/queries/sync/folders";
import { setMissing } from "#db/queries/sync/placements";
import { now } from "#server/clock";
import { commit } from "#server/events/commit";
import { log } from "#server/log";
import { store } from "#server/store";
import { scanAllFlags } from "../scan-flags.ts";
import type { SyncContext } from "../sync-context.ts";
import { keepApart } from "../visit-folder.ts";

const logger = log("sync");
const chunkMax = 500;
const fillMax = 2000;

/** @returns for how long there is nothing to do as long as the server says the same, in milliseconds */
export async function settleLabels(context: SyncContext): Promise<number> {
  const folders = await foldersOf(store().read, context.account.id);
  const allMail = folders.find((folder) => folder.holdsLabels && folder.missingSince === null);
  const labels = folders.filter((folder) => folder.label !== null && folder.missingSince === null);
  if (!allMail || labels.length === 0) return Infinity;
  await retireStrays(context);
  return isComparable(context, allMail) ? compareCounts(context, allMail, labels) : Infinity;
}

/** Files everything in All Mail under labels that became known after it. */
export async function fillLabels(allMailId: number): Promise<void> {
  for (let after: number | null = 0; after !== null;) {
    const from: number = after;
    after = await commit(async (tx) => fillMembership(tx, allMailId, from, fillMax));
  }
}

/** What was read folder by folder, before the account was synced by its labels, lies in All Mail. */
async function retireStrays(context: SyncContext): Promise<void> {
  while (straysInLabels(store().read, context.account.id, 1).length > 0) {
    await commit(async (tx, tell) => {
      const rows = straysInLabels(tx, context.account.id, chunkMax);
      await setMissing(tx, rows.map((row) => row.id), now()); // prettier-ignore
      const hearers = await refreshConversations(tx, new Set(rows.map((row) => row.conversationId)));
      context.teller.conversations(tell, hearers, true);
      recountLabels(tx, context.account.id);
    });
  }
}

function isComparable({ account }: SyncContext, allMail: FolderRow): boolean {
  const isWhole = allMail.storedCount + allMail.quarantinedCount === allMail.serverCount;
  return account.historySince === null && allMail.backfillDone && isWhole && allMail.quarantinedCount === 0;
}

async function compareCounts(context: SyncContext, allMail: FolderRow, labels: FolderRow[]): Promise<number> {
  const memory = context.labels;
  const off = labels.filter((label) => label.serverCount !== label.storedCount);
  const seen = off.map(({ id, serverCount, storedCount }) => `${id}:${serverCount}:${storedCount}`).join();
  const isLasting = seen === memory.off;
  memory.off = seen;
  if (off.length === 0) {
    memory.isShort = false;
    return Infinity;
  }
  // What changed just now, or waits to be carried out, may explain it.
  if (!isLasting || hasUnsettledLabels(store().read, context.account.id)) return 0;
  const waitMs = memory.readAt + context.timing.recompareMs - performance.now();
  if (waitMs > 0) return waitMs;
  logger.info("Labels and their folders count differently; all labels are read anew.", {
    accountId: context.account.id,
  });
  memory.readAt = performance.now();
  await commit(async (tx) => recountLabels(tx, context.account.id));
  await fillLabels(allMail.id);
  await keepApart(context, allMail.id, () => scanAllFlags(context, allMail.id));
  memory.isShort = (await foldersOf(store().read, context.account.id)).some(
    (folder) => folder.label !== null && folder.serverCount > folder.storedCount,
  );
  return 0;
}
