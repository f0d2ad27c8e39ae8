/**
 * Copies the mail of one account into another: what lies there when it begins is written down, its sources are had as for an export, and
 * each is put into the folder of its role or name once. At the source nothing is changed.
 */
import { accountsComingIn, exportFolders, type ExportFolder } from "#db/queries/transfers/export-folders";
import { itemCounts, itemsBehind } from "#db/queries/transfers/export-items";
import type { TransferSpec } from "#lib/contracts/transfer";
import { namespaceOf } from "#lib/mail/folder-path";
import { readBlob } from "../../blobs.ts";
import { store } from "../../store.ts";
import { AppendRun } from "../append/append-run.ts";
import { openTargets } from "../append/open-targets.ts";
import { TargetFolders } from "../append/target-folders.ts";
import { listedMail, type ItemFacts, type ListedMail } from "../export/item-facts.ts";
import { listFolders } from "../export/list-mails.ts";
import { mayExport } from "../export/may-export.ts";
import type { Performer, TransferJob, TransferOutcome } from "../job.ts";
import { needSources } from "../sources/need-sources.ts";
import { sourceWindow, windowCount } from "../sources/source-window.ts";
import { waiting } from "../waiting.ts";
import { CopyCursor } from "./copy-cursor.ts";
import { destinationOf } from "./destination.ts";

type Spec = Extract<TransferSpec, { kind: "copy" }>;
type Place = Extract<CopyCursor, { phase: "write" }>;

const comingInMs = 30_000;
const beginning: Place = { phase: "write", folderIndex: 0, itemId: 0 };

export const copier: Performer = { perform };

async function perform(job: TransferJob): Promise<TransferOutcome> {
  const { spec } = job.transfer;
  if (spec.kind !== "copy") return { state: "failed", detail: { code: "unknown_kind" } };
  const folders = await exportFolders(store().read, [spec.fromAccountId], spec.folderIds);
  if (folders.length === 0) return { state: "failed", detail: { code: "gone" } };
  const cursor = job.transfer.cursor === null ? null : CopyCursor.parse(job.transfer.cursor);
  if (cursor?.phase === "write") return write(job, spec, folders, cursor);
  const [comingIn] = await accountsComingIn(store().read, folders.map((folder) => folder.id)); // prettier-ignore
  if (comingIn) return waiting({ code: "coming_in", accountId: comingIn.id, accountName: comingIn.name }, comingInMs);
  await listFolders(job, folders, cursor);
  if (job.signal.aborted) return waiting({ code: "stopped" }, 0);
  const counts = itemCounts(store().read, job.transfer.id);
  const sum = (of: "total" | "failed") => counts.reduce((all, row) => all + row[of], 0);
  await job.step({ cursor: beginning, total: sum("total"), failed: sum("failed") });
  return write({ ...job, transfer: { ...job.transfer, failed: sum("failed") } }, spec, folders, beginning);
}

async function write(
  job: TransferJob,
  { toAccountId, belowFolderId, fromAccountId }: Spec,
  folders: readonly ExportFolder[],
  from: Place,
): Promise<TransferOutcome> {
  const targets = await openTargets(job, toAccountId, belowFolderId);
  if (!(targets instanceof TargetFolders)) return targets;
  const { prefix } = namespaceOf(await exportFolders(store().read, [fromAccountId], null));
  const run = new AppendRun(job, toAccountId);
  for (const [folderIndex, folder] of folders.entries()) {
    if (folderIndex < from.folderIndex) continue;
    const pathOf = ({ labels }: ItemFacts) => {
      const { parts, role } = destinationOf(folder, prefix, labels);
      return targets.pathFor(parts, role);
    };
    const fromItemId = folderIndex === from.folderIndex ? from.itemId : 0;
    const stop = await copyFolder({ job, run, folder, folderIndex, pathOf }, fromItemId);
    if (stop) return stop;
  }
  return run.end();
}

type Copying = {
  job: TransferJob;
  run: AppendRun;
  folder: ExportFolder;
  folderIndex: number;
  pathOf: (facts: ItemFacts) => string;
};

async function copyFolder(copying: Copying, fromItemId: number): Promise<TransferOutcome | null> {
  const { job, folder } = copying;
  for (let itemId = fromItemId; ;) {
    if (job.signal.aborted) return waiting({ code: "stopped" }, 0);
    const { now, ahead } = mailsBehind(job, folder, itemId);
    const last = now.at(-1);
    if (!last) return null;
    const stop = await copySome(copying, now, ahead);
    if (stop) return stop;
    itemId = last.id;
  }
}

function mailsBehind(
  job: TransferJob,
  folder: ExportFolder,
  itemId: number,
): { now: ListedMail[]; ahead: ListedMail[] } {
  const items = itemsBehind(store().read, job.transfer.id, folder.id, itemId, windowCount);
  return sourceWindow(items.map(listedMail), (mail) => mail.facts.sizeBytes);
}

async function copySome(
  { job, run, folder, folderIndex, pathOf }: Copying,
  mails: readonly ListedMail[],
  ahead: readonly ListedMail[],
): Promise<TransferOutcome | null> {
  const { askedById, startedAt, createdAt } = job.transfer;
  if (!(await mayExport(askedById, folder.accountId)))
    return { state: "failed", detail: { code: "not_allowed", accountName: folder.accountName } };
  const sources = await needSources({
    sessions: job.sessions,
    accountId: folder.accountId,
    messageIds: mails.map((mail) => mail.messageId),
    ahead: ahead.map((mail) => mail.messageId),
    since: startedAt ?? createdAt,
    signal: job.signal,
  });
  if (sources.state === "waiting") return sources;
  for (const { id, messageId, facts } of mails) {
    const blob = sources.blobs.get(messageId);
    const key = `copy ${id}`;
    const code = sources.failures.get(messageId) ?? "gone";
    const reached = { key, path: folder.path, code, cursor: { phase: "write", folderIndex, itemId: id } };
    const mail = blob === undefined ? null : { key, source: await readBlob(blob), flags: flagsOf(facts), receivedAt: facts.receivedAt, path: folder.path }; // prettier-ignore
    const stop = await run.take(pathOf(facts), mail, { ...reached, subject: facts.subject });
    if (stop) return stop;
  }
  return null;
}

const flagsOf = ({ seen, flagged, answered, draft, deleted, keywords }: ItemFacts) => ({ seen, flagged, answered, draft, deleted, keywords }); // prettier-ignore
