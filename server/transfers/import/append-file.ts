import { manifestAccountCount } from "#db/queries/transfers/ledger";
import type { TransferSpec } from "#lib/contracts/transfer";
import type { TransferOutcome, TransferJob } from "../job.ts";
import { AppendRun } from "../append/append-run.ts";
import { openTargets } from "../append/open-targets.ts";
import { TargetFolders } from "../append/target-folders.ts";
import { store } from "../../store.ts";
import { importedMail, keyOf } from "./imported-mail.ts";
import type { ImportCursor } from "./import-cursor.ts";
import { mailsOfFile, type MailInFile } from "./mails-of-file.ts";
import { listedIn, manifestOf, placeOf } from "./manifest.ts";
import type { Container } from "./open-container.ts";

type Spec = Extract<TransferSpec, { kind: "import" }>;
type Position = Extract<ImportCursor, { phase: "append" }>;

/** Brings the mails of the file in, from the cursor on. */
export async function appendFile(
  job: TransferJob,
  container: Container,
  { accountId, target }: Spec,
  from: Position,
): Promise<TransferOutcome> {
  if (!target) return { state: "failed", detail: { code: "folder_gone", accountId } };
  const folders = await openTargets(job, accountId, target.folderId);
  if (!(folders instanceof TargetFolders)) return folders;
  const run = new AppendRun(job, accountId);
  const isOfSeveral = manifestAccountCount(store().read, job.transfer.id) > 1;
  for await (const found of mailsOfFile(container, from, listedIn(job.transfer.id, container))) {
    if (job.signal.aborted) break;
    const told = container.isArchive ? await manifestOf(job.transfer.id, found.file, found.at.offset) : null;
    const { parts, role } = told ? placeOf(told) : { parts: found.folder, role: "none" as const };
    const path = target.keepsFolders
      ? folders.pathFor(isOfSeveral && told ? [told.account, ...parts] : parts, role)
      : (folders.basePath ?? "INBOX");
    const cursor = { phase: "append", ...found.next } as const;
    const outcome = await run.take(path, importedMail(found, told), { ...leftOut(found), cursor });
    if (outcome) return outcome;
  }
  return run.end();
}

const leftOut = (found: MailInFile) => ({ key: keyOf(found), path: found.file, code: found.code });
