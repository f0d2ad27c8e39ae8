import { stat } from "node:fs/promises";
import { failedBehind, itemCounts } from "#db/queries/transfers/export-items";
import { now } from "../../clock.ts";
import { exportPath, exportWorkPath } from "../../export-files.ts";
import { store } from "../../store.ts";
import type { TransferJob, TransferOutcome } from "../job.ts";
import type { Manifest } from "./manifest.ts";
import type { ExportPlan } from "./plan-file.ts";
import { readMe } from "./read-me.ts";
import type { GrowingZip } from "./zip/growing-zip.ts";

const keptMs = 7 * 24 * 60 * 60_000;
const failedMax = 500;

/** Puts in what tells of the mails, and the directory; a kill before the file has its name does all this again. */
export async function finishArchive(
  job: TransferJob,
  plan: ExportPlan,
  zip: GrowingZip,
  manifest: Manifest,
): Promise<TransferOutcome> {
  const { id } = job.transfer;
  await zip.addFile("README.txt", Buffer.from(readMe), now());
  await zip.begin("manifest.jsonl", now());
  for await (const piece of manifest.pieces()) await zip.append(piece);
  await zip.end();
  await tellFailures(id, zip);
  await zip.finish(exportWorkPath(id, "zip"), exportPath(id));
  return finished(id, plan);
}

/** An archive that is whole, whether or not that was stored. */
export async function finished(transferId: number, plan: ExportPlan): Promise<TransferOutcome> {
  const counts = new Map(itemCounts(store().read, transferId).map((row) => [row.folderId, row]));
  const folders = plan.folders.map(({ id, path, accountName, mailCount }) => {
    const failed = counts.get(id)?.failed ?? 0;
    return { path, accountName, done: mailCount - failed, failed };
  });
  const fileBytes = (await stat(exportPath(transferId))).size;
  return { state: "done", report: { folders, fileBytes }, expiresAt: new Date(now().getTime() + keptMs) };
}

async function tellFailures(transferId: number, zip: GrowingZip): Promise<void> {
  let afterId = 0;
  for (;;) {
    const rows = failedBehind(store().read, transferId, afterId, failedMax);
    const last = rows.at(-1);
    if (!last) break;
    if (afterId === 0) await zip.begin("not-exported.txt", now());
    await zip.append(Buffer.from(rows.map(lineOf).join("")));
    afterId = last.id;
  }
  await zip.end();
}

function lineOf({ code, facts }: { code: string; facts: string }): string {
  const { path, uid, subject } = JSON.parse(facts) as { path?: string; uid?: number; subject?: string };
  return `${[path, uid, code, subject].map((value) => String(value ?? "").replaceAll(/[\t\r\n]/g, " ")).join("\t")}\n`;
}
