import { createHash } from "node:crypto";
import type { ManifestLine } from "#lib/contracts/export-manifest";
import type { ExportFormat } from "#lib/contracts/vocabulary";
import { now } from "../../clock.ts";
import { maildirKeywordsMax, maildirName } from "../../mime/mbox/maildir-name.ts";
import { mboxEntry } from "../../mime/mbox/mbox-entry.ts";
import { systemFlags } from "../../mime/mbox/mail-flags.ts";
import { emlName } from "./archive-names.ts";
import type { ItemFacts } from "./item-facts.ts";
import type { PlannedFolder } from "./plan-file.ts";
import type { GrowingZip } from "./zip/growing-zip.ts";

export async function openFolder(zip: GrowingZip, folder: PlannedFolder, format: ExportFormat): Promise<void> {
  if (format === "mbox") return zip.begin(folder.name, now());
  const nothing = Buffer.alloc(0);
  const parts = format === "maildir" ? ["cur/", "new/", "tmp/"] : [""];
  for (const part of parts) await zip.addFile(`${folder.name}/${part}`, nothing, now());
}

/** @param letters the folder's keywords so far: new ones are added */
export async function writeMail(
  zip: GrowingZip,
  folder: PlannedFolder,
  format: ExportFormat,
  mail: { itemId: number; facts: ItemFacts; source: Buffer },
  letters: string[],
): Promise<ManifestLine> {
  const { facts, source } = mail;
  const about = manifestOf(folder, facts, source);
  if (format === "mbox") {
    const entry = mboxEntry(source, facts);
    return { file: folder.name, offset: await zip.append(entry), length: entry.length, ...about };
  }
  for (const keyword of format === "maildir" ? facts.keywords : []) {
    if (!letters.includes(keyword) && letters.length < maildirKeywordsMax) letters.push(keyword);
  }
  const name = format === "maildir" ? `cur/${maildirName(facts, mail.itemId, source.length, letters)}` : emlName(facts);
  await zip.addFile(`${folder.name}/${name}`, source, facts.receivedAt);
  return { file: `${folder.name}/${name}`, ...about };
}

export async function closeFolder(
  zip: GrowingZip,
  folder: PlannedFolder,
  format: ExportFormat,
  letters: readonly string[],
): Promise<void> {
  await zip.end();
  if (format !== "maildir" || letters.length === 0) return;
  const lines = letters.map((keyword, index) => `${index} ${keyword}\n`).join("");
  await zip.addFile(`${folder.name}/dovecot-keywords`, Buffer.from(lines), now());
}

function manifestOf(folder: PlannedFolder, facts: ItemFacts, source: Buffer) {
  return {
    account: folder.accountName,
    folder: folder.path,
    delimiter: folder.delimiter,
    role: folder.role,
    uid: facts.uid,
    flags: systemFlags(facts),
    keywords: facts.keywords,
    labels: facts.labels,
    receivedAt: facts.receivedAt.getTime(),
    sizeBytes: source.length,
    sha256: createHash("sha256").update(source).digest("hex"),
  };
}
