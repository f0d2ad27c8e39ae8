/** The second half of an export: each mail's source is put into the archive, step by step, each durable before the cursor says so. */
import { failItem, itemsBehind } from "#db/queries/transfers/export-items";
import type { ExportFormat } from "#lib/contracts/vocabulary";
import { readBlob } from "../../blobs.ts";
import { exportWorkPath } from "../../export-files.ts";
import { store } from "../../store.ts";
import type { TransferJob, TransferOutcome } from "../job.ts";
import { needSources } from "../sources/need-sources.ts";
import { sourceWindow, windowCount } from "../sources/source-window.ts";
import type { WriteCursor } from "./cursor.ts";
import { diskObstacle } from "../disk-obstacle.ts";
import { finishArchive } from "./finish-archive.ts";
import { listedMail, type ListedMail } from "./item-facts.ts";
import { closeFolder, openFolder, writeMail } from "./mail-writer.ts";
import { Manifest } from "./manifest.ts";
import { mayExport } from "./may-export.ts";
import { readPlan, type ExportPlan, type PlannedFolder } from "./plan-file.ts";
import { GrowingZip } from "./zip/growing-zip.ts";

type Place = WriteCursor & { done: number; failed: number; bytesDone: number };
type Work = {
  job: TransferJob;
  plan: ExportPlan;
  format: ExportFormat;
  zip: GrowingZip;
  manifest: Manifest;
  place: Place;
};

export async function writeMails(
  job: TransferJob,
  format: ExportFormat,
  cursor: WriteCursor,
): Promise<TransferOutcome> {
  const { id, done, failed, bytesDone } = job.transfer;
  const plan = await readPlan(id);
  const zip = await GrowingZip.open(exportWorkPath(id, "zip"), exportWorkPath(id, "directory"), cursor.zip);
  const manifest = await Manifest.open(exportWorkPath(id, "manifest.jsonl"), cursor.manifestBytes);
  const work: Work = {
    job,
    plan,
    format,
    zip,
    manifest,
    place: { ...structuredClone(cursor), done, failed, bytesDone },
  };
  try {
    for (const folder of plan.folders.slice(cursor.folderIndex)) {
      const obstacle = await writeFolder(work, folder);
      if (obstacle) return obstacle;
    }
    return await finishArchive(job, plan, zip, manifest);
  } finally {
    await zip.close();
    await manifest.close();
  }
}

/** @returns what keeps it from going on, if anything does */
async function writeFolder(work: Work, folder: PlannedFolder): Promise<TransferOutcome | null> {
  const { job, format, zip, place } = work;
  if (!place.isFolderOpen) {
    await openFolder(zip, folder, format);
    place.isFolderOpen = true;
  }
  for (;;) {
    const items = itemsBehind(store().read, job.transfer.id, folder.id, place.itemId, windowCount);
    if (items.length === 0) break;
    const mails = items.map(listedMail);
    const obstacle = await writeSome(work, folder, mails);
    if (obstacle) return obstacle;
  }
  await closeFolder(zip, folder, format, place.letters);
  Object.assign(place, { folderIndex: place.folderIndex + 1, isFolderOpen: false, letters: [], itemId: 0 });
  await keep(work, []);
  return null;
}

async function writeSome(work: Work, folder: PlannedFolder, mails: ListedMail[]): Promise<TransferOutcome | null> {
  const { job, place } = work;
  if (job.signal.aborted) return { state: "waiting", detail: { code: "stopped" }, resumeAt: new Date() };
  if (!(await mayExport(job.transfer.askedById, folder.accountId)))
    return { state: "failed", detail: { code: "not_allowed", accountName: folder.accountName } };
  const full = await diskObstacle(0);
  if (full) return full;
  const { now, ahead } = sourceWindow(mails, (mail) => mail.facts.sizeBytes);
  const sources = await needSources({
    sessions: job.sessions,
    accountId: folder.accountId,
    messageIds: now.map((mail) => mail.messageId),
    ahead: ahead.map((mail) => mail.messageId),
    since: job.transfer.startedAt ?? job.transfer.createdAt,
    signal: job.signal,
  });
  if (sources.state === "waiting") return sources;
  const failures: { itemId: number; code: string }[] = [];
  for (const mail of now) {
    const blob = sources.blobs.get(mail.messageId);
    if (blob === undefined) failures.push({ itemId: mail.id, code: sources.failures.get(mail.messageId) ?? "gone" });
    else await writeOne(work, folder, mail, blob);
    place.itemId = mail.id;
  }
  place.failed += failures.length;
  await keep(work, failures);
  return null;
}

async function writeOne(work: Work, folder: PlannedFolder, mail: ListedMail, blob: string): Promise<void> {
  const { zip, format, manifest, place } = work;
  const source = await readBlob(blob);
  const { id: itemId, facts } = mail;
  manifest.add(await writeMail(zip, folder, format, { itemId, facts, source }, place.letters));
  place.done += 1;
  place.bytesDone += source.length;
}

/** First the files are durable, then the cursor says so. */
async function keep({ job, zip, manifest, place }: Work, failures: { itemId: number; code: string }[]): Promise<void> {
  const { done, failed, bytesDone, ...cursor } = place;
  cursor.zip = await zip.sync();
  cursor.manifestBytes = await manifest.sync();
  await job.step({ done, failed, bytesDone, cursor }, async (tx) => {
    for (const { itemId, code } of failures) failItem(tx, itemId, code);
  });
}
