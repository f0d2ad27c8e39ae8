import type { FolderRole } from "#lib/contracts/vocabulary";
import { ownLabels } from "#lib/mail/labels";

const roleOfFlag = new Map<string, FolderRole>([
  ["\\sent", "sent"],
  ["\\drafts", "drafts"],
  ["\\trash", "trash"],
  ["\\junk", "junk"],
  ["\\archive", "archive"],
  ["\\all", "all"],
]);

const labelOfFlag = new Map([
  ["\\sent", ownLabels.sent],
  ["\\drafts", ownLabels.drafts],
  ["\\flagged", "\\Starred"],
  ["\\important", "\\Important"],
]);

/**
 * The label that one of Gmail's own folders shows: other folders are named like their label.
 * @param flags in lower case
 */
export function ownLabelOf(path: string, flags: ReadonlySet<string>): string | null {
  if (path.toUpperCase() === "INBOX") return ownLabels.inbox;
  return [...flags].map((flag) => labelOfFlag.get(flag)).find((label) => label !== undefined) ?? null;
}

/** @param flags in lower case */
export function roleOfFlags(path: string, flags: ReadonlySet<string>): FolderRole | null {
  if (path.toUpperCase() === "INBOX") return "inbox";
  return [...flags].map((flag) => roleOfFlag.get(flag)).find((role) => role !== undefined) ?? null;
}

/** RFC 6154 §2, RFC 8457 §3: a folder that shows what lies elsewhere. */
export function isVirtualFolder(flags: ReadonlySet<string>): boolean {
  return flags.has("\\flagged") || flags.has("\\important");
}
