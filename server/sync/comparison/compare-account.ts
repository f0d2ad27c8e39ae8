/** The comparison of a whole account that a person asked for: every UID and every flag of every folder. */
import {
  dueComparison,
  giveUpFolders,
  queueFolders,
  updateComparison,
  updateFolderComparison,
} from "#db/queries/health/comparisons";
import { foldersOf, type FolderRow } from "#db/queries/sync/folders";
import { now } from "#server/clock";
import { commit } from "#server/events/commit";
import { store } from "#server/store";
import { inRoleOrder } from "../next-history.ts";
import { problemOf } from "../problem-words.ts";
import type { SyncContext } from "../sync-context.ts";
import { keepApart } from "../visit-folder.ts";
import { compareWholly } from "./compare-folder.ts";

/** A comparison that the connection broke off is begun anew; one that breaks it each time is not. */
const attemptsMax = 3;

type Turn = (folder: FolderRow) => Promise<void>;

/**
 * Carries out what was asked for, if anything was; one that was broken off is begun anew.
 * @param giveWay called after every window: new mail does not wait for the end of it
 */
export async function compareIfWished(context: SyncContext, giveWay: Turn): Promise<void> {
  const accountId = context.account.id;
  const due = await dueComparison(store().read, accountId);
  if (!due) return;
  if (due.attemptCount >= attemptsMax) return end(context, "The connection broke each time before it was through.");
  const folders = (await foldersOf(store().read, accountId)).filter(({ selectable, missingSince, label }) => selectable && !missingSince && label === null); // prettier-ignore
  await commit(async (tx, tell) => {
    const attemptCount = due.attemptCount + 1;
    await updateComparison(tx, accountId, { state: "running", attemptCount, startedAt: now(), endedAt: null });
    await queueFolders(tx, accountId, folders.map((folder) => folder.id)); // prettier-ignore
    context.teller.account(tell);
  });
  for (const folder of inRoleOrder(folders)) await compareOne(context, folder, giveWay);
  await end(context, "");
}

async function compareOne(context: SyncContext, folder: FolderRow, giveWay: Turn): Promise<void> {
  let detail = folder.uidNext === null ? "Its mail has not begun to come in." : "It could not be compared.";
  const outcome = await keepApart(context, folder.id, async () => {
    if (folder.uidNext === null) return undefined;
    try {
      return await compareWholly(context, folder.id, async (progressDone, progressTotal) => {
        await commit(async (tx, tell) => {
          await updateFolderComparison(tx, folder.id, { state: "running", progressDone, progressTotal });
          context.teller.account(tell);
        });
        await giveWay(folder);
      });
    } catch (error) {
      detail = problemOf(error).detail;
      throw error;
    }
  });
  await commit(async (tx, tell) => {
    const result = outcome ? { state: "done" as const, ...outcome } : { state: "failed" as const, detail };
    await updateFolderComparison(tx, folder.id, { ...result, endedAt: now() });
    context.teller.folder(tell, folder.id);
    context.teller.account(tell);
  });
}

/** @param failure why it was not carried out; empty when it was */
async function end(context: SyncContext, failure: string): Promise<void> {
  const accountId = context.account.id;
  await commit(async (tx, tell) => {
    if (failure) await giveUpFolders(tx, accountId, failure, now());
    await updateComparison(tx, accountId, { state: failure ? "failed" : "done", detail: failure, endedAt: now() });
    context.teller.account(tell);
  });
}
