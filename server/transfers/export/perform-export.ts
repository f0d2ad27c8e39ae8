import { existsSync } from "node:fs";
import {
  accountsComingIn,
  exportableAccountIds,
  exportFolders,
  findExporter,
} from "#db/queries/transfers/export-folders";
import { deleteItems } from "#db/queries/transfers/export-items";
import { findTransfer } from "#db/queries/transfers/transfers";
import type { ExportScope } from "#lib/contracts/transfer";
import { now } from "../../clock.ts";
import { exportPath, exportWorkPath, removeExportFiles, removeExportWork } from "../../export-files.ts";
import { store } from "../../store.ts";
import type { Performer, TransferJob, TransferOutcome } from "../job.ts";
import { ExportCursor } from "./cursor.ts";
import { diskObstacle } from "../disk-obstacle.ts";
import { finished } from "./finish-archive.ts";
import { closeList, listFolders, listFound, listKept } from "./list-mails.ts";
import { readPlan } from "./plan-file.ts";
import { writeMails } from "./write-mails.ts";

const comingInMs = 30_000;
const deletedMax = 2000;
const stopped = (): TransferOutcome => ({ state: "waiting", detail: { code: "stopped" }, resumeAt: now() });

export const exporter: Performer = { perform: performExport, tidy: removeExportWork, discard: removeExportFiles };

async function performExport(job: TransferJob): Promise<TransferOutcome> {
  const { id, spec } = job.transfer;
  if (spec.kind !== "export") throw new Error("This is not an export.");
  const cursor = job.transfer.cursor && ExportCursor.parse(job.transfer.cursor);
  if (cursor?.phase === "write") {
    if (existsSync(exportPath(id))) return tidied(job, await finished(id, await readPlan(id)));
    if (existsSync(exportWorkPath(id, "zip")) || cursor.zip.zipBytes === 0)
      return tidied(job, await writeMails(job, spec.format, cursor));
    await beginAnew(job);
  }
  const obstacle = await list(job, spec.scope, cursor?.phase === "write" ? null : cursor);
  if (obstacle) return obstacle;
  return job.signal.aborted ? stopped() : performExport(await reread(job));
}

/** Writes down what is to be exported. */
async function list(
  job: TransferJob,
  scope: ExportScope,
  cursor: Exclude<ExportCursor, { phase: "write" }> | null,
): Promise<TransferOutcome | null> {
  const { spec } = job.transfer;
  const db = store().read;
  const asker = await findExporter(db, job.transfer.askedById);
  if (!asker || spec.kind !== "export") return { state: "failed", detail: { code: "not_allowed" } };
  if (scope.kind === "search") {
    await listFound(job, asker.id, scope.q, cursor?.phase === "search" ? cursor : null);
    if (job.signal.aborted) return stopped();
    return room(await closeList(job, null, spec.format));
  }
  const allowed = await exportableAccountIds(db, asker);
  const accountIds = scope.kind === "account" ? allowed.filter((id) => id === scope.accountId) : allowed;
  const folders = await exportFolders(db, accountIds, scope.kind === "folder" ? [scope.folderId] : null);
  if (folders.length === 0 && scope.kind !== "everything") return { state: "failed", detail: { code: "gone" } };
  const [comingIn] = await accountsComingIn(db, folders.map((folder) => folder.id)); // prettier-ignore
  if (comingIn) {
    const detail = { code: "coming_in", accountId: comingIn.id, accountName: comingIn.name };
    return { state: "waiting", detail, resumeAt: new Date(now().getTime() + comingInMs) };
  }
  await listFolders(job, folders, cursor?.phase === "list" ? cursor : null);
  if (job.signal.aborted) return stopped();
  const kept = scope.kind === "folder" ? [] : await listKept(job, folders);
  return room(await closeList(job, [...folders, ...kept], spec.format));
}

/** Whether the whole file would fit. It is deflated, so that is more than it will need. */
const room = (bytes: number) => diskObstacle(bytes);

/** As it is stored now. */
async function reread(job: TransferJob): Promise<TransferJob> {
  const transfer = await findTransfer(store().read, job.transfer.id);
  return { ...job, transfer: transfer ?? job.transfer };
}

/** Its files are gone: a data folder that was restored from a backup has none. */
async function beginAnew(job: TransferJob): Promise<void> {
  await removeExportFiles(job.transfer.id);
  await emptyItems(job, "all");
  await job.step({ cursor: null, total: null, done: 0, failed: 0, bytesDone: 0 });
}

/** What failed stays to be told; the list of the rest has done its work. */
async function tidied(job: TransferJob, outcome: TransferOutcome): Promise<TransferOutcome> {
  if (outcome.state !== "done") return outcome;
  await emptyItems(job, "unfailed");
  return outcome;
}

async function emptyItems(job: TransferJob, which: "all" | "unfailed"): Promise<void> {
  const more = { isThere: true };
  while (more.isThere) {
    await job.step({}, async (tx) => {
      more.isThere = deleteItems(tx, job.transfer.id, which, deletedMax);
    });
  }
}
