/** Names in an archive: whatever a server calls its folders, they unpack below one folder, on any system. */
import { numberNames } from "#lib/files/number-names";
import type { ExportFormat } from "#lib/contracts/vocabulary";
import { maildirFolder } from "../../mime/mbox/maildir-name.ts";
import { safeFilename } from "../../mime/message-parts.ts";

type Named = { accountId: number; accountName: string; path: string; delimiter: string };

const partMax = 80;
/** What Windows keeps for itself, whatever ending follows. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i;

/** One name a folder: its mbox file, its folder of files, or its Maildir; below the account's where there are several. */
export function archiveNames(folders: readonly Named[], format: ExportFormat): string[] {
  const accountIds = [...new Set(folders.map((folder) => folder.accountId))];
  const accountNames = numberNames(
    accountIds.map((id) => safePart(folders.find((folder) => folder.accountId === id)?.accountName ?? "")),
  );
  const names = folders.map((folder) => {
    const base = accountIds.length > 1 ? `${accountNames[accountIds.indexOf(folder.accountId)]}/` : "";
    return base + nameOf(folder, format);
  });
  if (format === "mbox") return numberNames(names);
  // A folder has no ending: what follows its last dot is part of its name, and a Maildir's first dot comes first.
  return numberNames(names.map((name) => `${name}.x`)).map((name) => name.slice(0, -2));
}

function safePart(text: string): string {
  const safe = safeFilename(text.normalize("NFC").replaceAll("/", "_").replaceAll("\\", "_"))
    .slice(0, partMax)
    .toWellFormed()
    .replace(/[. ]+$/, "");
  if (safe === "") return "_";
  return reserved.test(safe) ? `_${safe}` : safe;
}

function nameOf({ path, delimiter }: Named, format: ExportFormat): string {
  const given = (delimiter === "" ? [path] : path.split(delimiter)).filter((part) => part !== "");
  const parts = given.length > 0 ? given.map(safePart) : ["_"];
  switch (format) {
    case "mbox":
      return `${parts.join("/")}.mbox`;
    case "maildir":
      return ["Maildir", maildirFolder(parts)].filter((part) => part !== "").join("/");
    case "eml":
      return parts.join("/");
    default:
      return format satisfies never;
  }
}

/** The name of a mail as a file of its own: day, what tells it apart, and what it is about. */
export function emlName({ receivedAt, uid, subject }: { receivedAt: Date; uid: number; subject: string }): string {
  const day = receivedAt.toISOString().slice(0, 10);
  const about = safePart(subject.slice(0, 60));
  return `${day} ${uid}${about === "_" ? "" : ` ${about}`}.eml`;
}
