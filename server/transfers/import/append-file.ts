import type { TransferSpec } from "#lib/contracts/transfer";
import type { TransferOutcome, TransferJob } from "../job.ts";
import { AppendRun } from "../append/append-run.ts";
import { hashOf, type MailToAppend } from "../append/mail-to-append.ts";
import { obstacleTo } from "../append/obstacle.ts";
import { TargetFolders } from "../append/target-folders.ts";
import { now } from "../../clock.ts";
import type { ReadMail } from "../../mime/mbox/read-entry.ts";
import type { ImportCursor } from "./import-cursor.ts";
import { mailsOfFile, type MailInFile } from "./mails-of-file.ts";
import { manifestOf, type ManifestFacts } from "./manifest.ts";
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
  const obstacle = await obstacleTo(job.sessions, accountId);
  if (obstacle) return obstacle;
  const folders = await TargetFolders.of(job, accountId, target?.folderId ?? null);
  if (!folders || !target) return { state: "failed", detail: { code: "folder_gone", accountId } };
  const run = new AppendRun(job, accountId);
  const accounts = new Set<string>();
  for await (const found of mailsOfFile(container, from)) {
    if (job.signal.aborted) break;
    const told = container.isArchive ? await manifestOf(job.transfer.id, found.file, found.at.offset) : null;
    const parts = told ? (told.delimiter === "" ? [told.folder] : told.folder.split(told.delimiter)) : found.folder;
    if (told) accounts.add(told.account);
    const path = target.keepsFolders
      ? folders.pathFor(accounts.size > 1 && told ? [told.account, ...parts] : parts, told?.role ?? "none")
      : (folders.basePath ?? "INBOX");
    const cursor = { phase: "append", ...found.next } as const;
    const outcome = await run.take(path, mailOf(found, told), { ...leftOut(found), cursor });
    if (outcome) return outcome;
    if (told && found.mail && hashOf(found.mail.source) !== told.sha256) run.tally.changedCount += 1;
  }
  return run.end();
}

function mailOf(found: MailInFile, told: ManifestFacts | null): MailToAppend | null {
  if (!found.mail) return null;
  const { source, receivedAt } = found.mail;
  const flags = told ? flagsOf(told) : found.mail.flags;
  const at = told ? new Date(told.receivedAt) : receivedAt;
  return { key: keyOf(found), source, flags, receivedAt: at ?? now(), path: found.file };
}

const keyOf = ({ at }: MailInFile) => `${at.member}@${at.offset}`;

const leftOut = (found: MailInFile) => ({ key: keyOf(found), path: found.file, code: found.code });

function flagsOf({ flags, keywords }: ManifestFacts): ReadMail["flags"] {
  const has = (flag: string) => flags.some((one) => one.toLowerCase() === flag);
  return {
    seen: has("\\seen"),
    answered: has("\\answered"),
    flagged: has("\\flagged"),
    draft: has("\\draft"),
    deleted: has("\\deleted"),
    keywords,
  };
}
