import { clearMembership, endMovesTo, renameLabel } from "#db/queries/labels/label-folders";
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
    endMovesTo(tx, row.id);
    await emptyFormerQuarantine(tx, row.id, row.generation + 1);
  } else if (label === null) {
    clearMembership(tx, row.id);
    await updateFolder(tx, row.id, { storedCount: 0 });
  } else {
    renameLabel(tx, row.id, row.label, label);
  }
}

/**
 * After folders came, went or were renamed, where each is a label of Gmail's: All Mail is filed under those that are new, and all labels are
 * read anew, for Gmail may not have raised the MODSEQ of each message that carries them.
 */
export async function relabel(
  context: SyncContext,
  before: readonly FolderRow[],
  after: readonly FolderRow[],
  deleted: readonly { id: number }[],
): Promise<void> {
  if (!context.capabilities.gmail) return;
  const was = new Map(before.map((folder) => [folder.id, folder]));
  const allMail = after.find((folder) => folder.holdsLabels && folder.missingSince === null);
  const isFirst = allMail !== undefined && was.get(allMail.id)?.holdsLabels !== true;
  const isNews = after.some(({ id, label }) => label !== null && label !== (was.get(id)?.label ?? null));
  if (allMail && (isFirst || isNews)) await fillLabels(allMail.id);
  if (allMail && isFirst) await recountConversations(context, allMail.id);
  const isRenamed = after.some(
    ({ id, path, serverCount }) => was.get(id)?.path !== path && (was.has(id) || serverCount > 0),
  );
  if (isRenamed || deleted.length > 0) await readLabelsAnew(context, after);
}

/** Their anchors are taken back, so that it survives a restart. */
async function readLabelsAnew(context: SyncContext, folders: readonly FolderRow[]): Promise<void> {
  const read = folders.filter(({ label, modseqAnchor }) => label === null && modseqAnchor !== null);
  await commit(async (tx) => {
    for (const { id } of read) await updateFolder(tx, id, { modseqAnchor: null });
  });
  for (const { id } of read) Object.assign(memoryOf(context, id), { newestScanAt: -Infinity, fullScanAt: -Infinity });
}
