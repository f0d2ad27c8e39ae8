import { now } from "../../clock.ts";
import { importedBytes, importPath, removeImportFile } from "../../import-files.ts";
import type { Performer, TransferJob, TransferOutcome } from "../job.ts";
import { appendFile } from "./append-file.ts";
import { ImportCursor } from "./import-cursor.ts";
import { openContainer, UnreadableFile } from "./open-container.ts";
import { scanFile } from "./scan-file.ts";

/** How long an upload that nobody goes on with is kept. */
const keptMs = 7 * 24 * 60 * 60 * 1000;

export const importer: Performer = { perform, tidy: removeImportFile, discard: removeImportFile };

async function perform(job: TransferJob): Promise<TransferOutcome> {
  const { spec, id } = job.transfer;
  if (spec.kind !== "import") return { state: "failed", detail: { code: "unknown_kind" } };
  const cursor = ImportCursor.safeParse(job.transfer.cursor).data ?? null;
  if (cursor === null || cursor.phase === "ready") return whileNotAsked(job, cursor);
  if ((await importedBytes(id)) !== spec.sizeBytes) return { state: "failed", detail: { code: "file_gone" } };
  try {
    const container = await openContainer(importPath(id), spec.filename);
    return cursor.phase === "scan" ? await scan(job, container) : await appendFile(job, container, spec, cursor);
  } catch (error) {
    if (error instanceof UnreadableFile) return { state: "failed", detail: { code: error.code } };
    throw error;
  }
}

/** It is the turn of whoever asked for it: to upload the rest, or to say where to. */
function whileNotAsked(job: TransferJob, cursor: ImportCursor | null): TransferOutcome {
  const resumeAt = new Date(job.transfer.createdAt.getTime() + keptMs);
  if (resumeAt <= now()) return { state: "failed", detail: { code: "abandoned" } };
  return { state: "waiting", detail: { code: cursor === null ? "uploading" : "to_confirm" }, resumeAt };
}

async function scan(job: TransferJob, container: Parameters<typeof scanFile>[1]): Promise<TransferOutcome> {
  const summary = await scanFile(job, container);
  if (!summary) return { state: "waiting", detail: { code: "stopped" }, resumeAt: now() };
  if (summary.mailCount === 0) return { state: "failed", detail: { code: "no_mail" } };
  const cursor = { phase: "ready" } as const;
  await job.step({ total: summary.mailCount + summary.unreadableCount, report: { folders: [], summary }, cursor });
  return whileNotAsked(job, cursor);
}
