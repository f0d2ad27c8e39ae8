/** The first half of an export: its mails are written down, in small commits, before the first of them is touched. */
import { inboxIdsOfAgent } from "#db/queries/agents/askers";
import { exportFolders, type ExportFolder } from "#db/queries/transfers/export-folders";
import {
  insertExportItems,
  insertKeptDeleted,
  insertUnreadable,
  itemCounts,
  itemFolderIds,
  itemsBehind,
  placementsBehind,
  placementsOfConversations,
} from "#db/queries/transfers/export-items";
import { searchConversations } from "#db/queries/search/search-conversations";
import type { ExportFormat } from "#lib/contracts/vocabulary";
import { alternativesOf, type Alternative } from "#lib/search/normal-form";
import { parseQuery } from "#lib/search/parse-query";
import { now } from "../../clock.ts";
import { store } from "../../store.ts";
import type { TransferJob } from "../job.ts";
import { archiveNames } from "./archive-names.ts";
import type { ExportCursor, WriteCursor } from "./cursor.ts";
import { keepPlan } from "./plan-file.ts";
import { emptyZip } from "./zip/growing-zip.ts";

const chunkMax = 2000;
/** As it is called in the archive. */
const keptFolder = "Kept after deletion";
const foundMax = 200;
const beginning: WriteCursor = {
  phase: "write",
  folderIndex: 0,
  isFolderOpen: false,
  itemId: 0,
  manifestBytes: 0,
  letters: [],
  zip: emptyZip,
};

/** Goes on behind the cursor. Stops between two commits when the job is to end. */
export async function listFolders(
  job: TransferJob,
  folders: readonly ExportFolder[],
  cursor: Extract<ExportCursor, { phase: "list" }> | null,
): Promise<void> {
  const last = cursor ? folders.findIndex((folder) => folder.id === cursor.folderId) : -1;
  const start = Math.max(0, last);
  // A folder that is gone meanwhile says nothing of the others: what is written down twice is still one mail.
  let place = cursor && last !== -1 ? { generation: cursor.generation, uid: cursor.uid } : { generation: 0, uid: 0 };
  for (const folder of folders.slice(start)) {
    for (let hasMore = true; hasMore && !job.signal.aborted;) {
      const placements = placementsBehind(store().read, folder, place, chunkMax);
      const end = placements.at(-1);
      if (end) place = { generation: end.generation, uid: end.uid };
      hasMore = placements.length === chunkMax;
      const ids = placements.map(({ id }) => id);
      await job.step({ cursor: { phase: "list", folderId: folder.id, ...place } }, async (tx) => {
        insertExportItems(tx, job.transfer.id, folder.id, ids);
        if (!hasMore) insertUnreadable(tx, job.transfer.id, folder.id);
      });
    }
    place = { generation: 0, uid: 0 };
  }
}

/** What accounts keep of mail that their servers have no more, each in a folder that no server has. */
export async function listKept(job: TransferJob, folders: readonly ExportFolder[]): Promise<ExportFolder[]> {
  const accounts = new Map(folders.map((folder) => [folder.accountId, folder.accountName]));
  const kept: ExportFolder[] = [];
  for (const [accountId, accountName] of accounts) {
    await job.step({}, async (tx) => {
      insertKeptDeleted(tx, job.transfer.id, -accountId, accountId);
    });
    const isThere = itemsBehind(store().read, job.transfer.id, -accountId, 0, 1).length > 0;
    const folder = {
      id: -accountId,
      accountId,
      accountName,
      path: keptFolder,
      delimiter: "",
      role: "none",
      label: null,
    } as const;
    if (isThere) kept.push(folder);
  }
  return kept;
}

/** All mail of the conversations that are found, as far as it lies in the asker's inboxes. */
export async function listFound(
  job: TransferJob,
  askerId: number,
  q: string,
  cursor: Extract<ExportCursor, { phase: "search" }> | null,
): Promise<void> {
  const { tree } = parseQuery(q);
  const alternatives = tree ? alternativesOf(tree) : [];
  const filter = { view: "all", isAnywhere: hasPlace(alternatives), literals: [], sort: "newest" } as const;
  let place = cursor && { key: cursor.key, conversationId: cursor.conversationId };
  do {
    const inboxIds = await inboxIdsOfAgent(store().read, askerId);
    const scope = { agentId: askerId, inboxIds, now: now() };
    const { rows, next } = await searchConversations(store().read, scope, filter, alternatives, place, foundMax);
    const found = placementsOfConversations(store().read, rows.map((row) => row.conversationId), inboxIds); // prettier-ignore
    place = next;
    await job.step(next ? { cursor: { phase: "search", ...next } } : {}, async (tx) => {
      insertExportItems(tx, job.transfer.id, null, found.map(({ id }) => id)); // prettier-ignore
    });
  } while (place && !job.signal.aborted);
}

/** Names everything, and sets the cursor to the beginning of the second half. */
export async function closeList(
  job: TransferJob,
  folders: ExportFolder[] | null,
  format: ExportFormat,
): Promise<number> {
  const { id } = job.transfer;
  const counts = new Map(itemCounts(store().read, id).map((row) => [row.folderId, row]));
  const all = folders ?? (await foldersOfItems(id));
  const names = archiveNames(all, format);
  const planned = all.map((folder, index) => ({
    id: folder.id,
    accountId: folder.accountId,
    accountName: folder.accountName,
    path: folder.path,
    delimiter: folder.delimiter,
    role: folder.role,
    name: names[index] ?? String(folder.id),
    mailCount: counts.get(folder.id)?.total ?? 0,
  }));
  await keepPlan(id, { folders: planned });
  const sum = (of: "total" | "failed" | "bytes") => counts.values().reduce((total, row) => total + row[of], 0);
  await job.step({ cursor: beginning, total: sum("total"), failed: sum("failed"), done: 0, bytesDone: 0 });
  return sum("bytes");
}

async function foldersOfItems(transferId: number): Promise<ExportFolder[]> {
  const folderIds = itemFolderIds(store().read, transferId);
  return exportFolders(store().read, null, folderIds);
}

/** `in:trash` says where to look; without a place, a search looks where people work. */
function hasPlace(alternatives: readonly Alternative[]): boolean {
  return alternatives.some((one) =>
    one.some(({ leaf, not }) => !not && (leaf.kind === "role" || leaf.kind === "folder")),
  );
}
