"use client";

import { useQuery } from "@tanstack/react-query";
import {
  Archive,
  Folder as FolderIcon,
  Inbox,
  Layers,
  PenLine,
  Send,
  ShieldAlert,
  Trash2,
  type LucideIcon,
} from "lucide-react";
import type { Folder } from "#lib/contracts/account";
import { folderRoles, type FolderRole } from "#lib/contracts/vocabulary";
import { foldersOptions } from "#lib/query/accounts";
import type { Strings } from "#lib/strings/strings";
import { useStrings } from "../../language/use-strings.ts";
import { useInboxFilter } from "../use-inbox-location.ts";
import { Count, SidebarLink } from "./sidebar-link.tsx";

const roleIcons: Record<FolderRole, LucideIcon> = {
  inbox: Inbox,
  sent: Send,
  drafts: PenLine,
  trash: Trash2,
  junk: ShieldAlert,
  archive: Archive,
  all: Layers,
  none: FolderIcon,
};

/** An account's folders under the names everybody knows, whatever its server calls them; the user's own after them. */
export function FolderLinks({ accountId }: { accountId: number }) {
  const strings = useStrings();
  const filter = useInboxFilter();
  const { data: folders = [] } = useQuery(foldersOptions(accountId));
  const shown = folders.filter((folder) => folder.selectable).sort(byRole);
  return (
    <ul className="flex flex-col gap-px py-px pl-4 @max-[8rem]/side:hidden">
      {shown.map((folder) => {
        const Icon = roleIcons[folder.role];
        return (
          <li key={folder.id}>
            <SidebarLink
              filter={{ view: "all", sort: "newest", account: accountId, folder: folder.id }}
              icon={<Icon aria-hidden />}
              label={folderLabel(strings, folder)}
              isCurrent={filter.folder === folder.id}
              end={<Count value={folder.role === "sent" ? 0 : folder.unseenCount} />}
            />
          </li>
        );
      })}
    </ul>
  );
}

export function folderLabel(strings: Strings, folder: Pick<Folder, "role" | "isPrimary" | "name">): string {
  return folder.role !== "none" && folder.isPrimary ? strings.inbox.roles[folder.role] : folder.name;
}

function byRole(a: Folder, b: Folder): number {
  const rank = (folder: Folder) => folderRoles.indexOf(folder.role) + (folder.isPrimary ? 0 : 0.5);
  return rank(a) - rank(b) || a.name.localeCompare(b.name);
}
