import type { FolderRole } from "#lib/contracts/vocabulary";
import { ownLabels } from "#lib/mail/labels";

/** What a folder is called elsewhere: its parts, and the part it plays. */
export type Named = { parts: string[]; role: FolderRole };

type Folder = { path: string; delimiter: string; role: FolderRole };

/**
 * Where a mail belongs in another account. What holds everything (Gmail's All Mail) is no place of its own there: each of its mails goes to
 * one of those that its labels name, once; with none it is archived.
 */
export function destinationOf(folder: Folder, prefix: string, labels: readonly string[]): Named {
  if (folder.role !== "all") return { parts: partsOf(folder, prefix), role: folder.role };
  if (labels.includes(ownLabels.inbox)) return { parts: ["INBOX"], role: "inbox" };
  if (labels.includes(ownLabels.sent)) return { parts: ["Sent"], role: "sent" };
  if (labels.includes(ownLabels.drafts)) return { parts: ["Drafts"], role: "drafts" };
  const own = labels.find((label) => !label.startsWith("\\"));
  if (own === undefined) return { parts: ["Archive"], role: "archive" };
  return { parts: own.split(folder.delimiter || "/").filter((part) => part !== ""), role: "none" };
}

/** Without what all folders of its account begin with. */
function partsOf({ path, delimiter }: Folder, prefix: string): string[] {
  const bare = prefix !== "" && path.startsWith(prefix) ? path.slice(prefix.length) : path;
  const parts = delimiter === "" ? [bare] : bare.split(delimiter);
  return parts.filter((part) => part !== "");
}
