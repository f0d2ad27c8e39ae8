import { clearMembership, renameLabel } from "#db/queries/labels/label-folders";
import { updateFolder, type FolderPatch, type FolderRow } from "#db/queries/sync/folders";
import { emptyFormerQuarantine } from "#db/queries/sync/quarantine";
import type { Db } from "#db/dialect/sqlite";
import { commit } from "#server/events/commit";
import { recountConversations } from "../recount-conversations.ts";
import { memoryOf, type SyncContext } from "../sync-context.ts";
import { fillLabels } from "./settle-labels.ts";

/** What changes with a folder that becomes a label, is renamed as one, or is one no longer; in the commit that says so. */
export async function changeLabelling(tx: Db, row: FolderRow, { label = null }: FolderPatch): Promise<void> {
  if (row.label === label) return;
  if (row.label === null) {
    await updateFolder(tx, row.id, { storedCount: 0, quarantinedCount: 0 });
    await emptyFormerQuarantine(tx, row.id, row.generation + 1);
  } else if (label === null) {
    clearMembership(tx, row.id);
    await updateFolder(tx, row.id, { storedCount: 0 });
  } else {
    renameLabel(tx, row.id, row.label, label);
  }
}

/**
 * After labels came, went or were renamed: All Mail is filed under those that are new, and all labels are read anew, for Gmail may not have
 * raised the MODSEQ of each message (its anchor is taken back, so that it survives a restart).
 */
export async function relabel(
  context: SyncContext,
  before: readonly FolderRow[],
  after: readonly FolderRow[],
  deleted: readonly { id: number }[],
): Promise<void> {
  const allMail = after.find((folder) => folder.holdsLabels && folder.missingSince === null);
  if (!allMail) return;
  const was = new Map(before.map((folder) => [folder.id, folder]));
  const isFirst = was.get(allMail.id)?.holdsLabels !== true;
  const news = after.filter(({ id, label }) => label !== null && label !== (was.get(id)?.label ?? null));
  const gone = deleted.filter(({ id }) => was.get(id)?.label !== null);
  if (news.length + gone.length === 0 && !isFirst) return;
  await fillLabels(allMail.id);
  const isRead = isFirst || (gone.length === 0 && news.every((folder) => folder.serverCount === 0));
  if (!isRead && allMail.uidNext !== null) {
    await commit((tx) => updateFolder(tx, allMail.id, { modseqAnchor: null }));
    Object.assign(memoryOf(context, allMail.id), { newestScanAt: -Infinity, fullScanAt: -Infinity });
  }
  if (isFirst) await recountConversations(context, allMail.id);
}
