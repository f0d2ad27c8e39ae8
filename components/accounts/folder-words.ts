import {
  Archive,
  Folder as FolderIcon,
  Inbox,
  Mails,
  Send,
  ShieldAlert,
  SquarePen,
  Trash2,
  type LucideIcon,
} from "lucide-react";
import type { Folder } from "#lib/contracts/account";
import { folderRoles, type FolderRole } from "#lib/contracts/vocabulary";
import type { Strings } from "#lib/strings/strings";

export const roleIcons: Record<FolderRole, LucideIcon> = {
  inbox: Inbox,
  sent: Send,
  drafts: SquarePen,
  trash: Trash2,
  junk: ShieldAlert,
  archive: Archive,
  all: Mails,
  none: FolderIcon,
};

/** How we know what a folder is for. `INBOX` is what the standard itself says (RFC 3501 §5.1). */
export function sourceWords(
  strings: Strings,
  { path, role, roleSource }: Pick<Folder, "path" | "role" | "roleSource">,
): string {
  const words = strings.accounts;
  const isStandard = role === "inbox" && roleSource !== "user" && path.toUpperCase() === "INBOX";
  return isStandard ? words.standard : words.sources[roleSource];
}

/** Those with a role first, in the order of the sidebar; then by name. */
export function byRole(a: Pick<Folder, "path" | "role">, b: Pick<Folder, "path" | "role">): number {
  return folderRoles.indexOf(a.role) - folderRoles.indexOf(b.role) || a.path.localeCompare(b.path);
}
