import type { ImportSummary } from "#lib/contracts/transfer";
import type { TransferJob } from "../job.ts";
import { mailsOfFile } from "./mails-of-file.ts";
import { keepManifest, listedIn, manifestOf, placeOf } from "./manifest.ts";
import type { Container } from "./open-container.ts";

const foldersShownMax = 200;

/** Looks through the whole file once; null when it was stopped. @throws UnreadableFile */
export async function scanFile(job: TransferJob, container: Container): Promise<ImportSummary | null> {
  await keepManifest(job, container);
  const folders = new Map<string, number>();
  let [mailCount, sizeBytes, unreadableCount] = [0, 0, 0];
  let [oldest, newest] = [Infinity, -Infinity];
  for await (const { mail, folder, file, at, sizeBytes: size } of mailsOfFile(
    container,
    { member: 0, offset: 0 },
    listedIn(job.transfer.id, container),
  )) {
    if (job.signal.aborted) return null;
    if (!mail) {
      unreadableCount += 1;
      continue;
    }
    const told = container.isArchive ? await manifestOf(job.transfer.id, file, at.offset) : null;
    const path = told ? placeOf(told).parts.join(told.delimiter || "/") : folder.join("/");
    folders.set(path, (folders.get(path) ?? 0) + 1);
    mailCount += 1;
    sizeBytes += size;
    const receivedMs = told?.receivedAt ?? mail.receivedAt?.getTime();
    if (receivedMs === undefined) continue;
    oldest = Math.min(oldest, receivedMs);
    newest = Math.max(newest, receivedMs);
  }
  return {
    mailCount,
    sizeBytes,
    unreadableCount,
    folders: [...folders].slice(0, foldersShownMax).map(([path, count]) => ({ path, mailCount: count })),
    folderCount: folders.size,
    oldestAt: instantOf(oldest),
    newestAt: instantOf(newest),
  };
}

const instantOf = (ms: number) => (Number.isFinite(ms) ? new Date(ms).toISOString() : null);
