"use client";

import { useQuery } from "@tanstack/react-query";
import {
  Archive,
  ChevronRight,
  Folder as FolderIcon,
  Inbox,
  Layers,
  PenLine,
  Send,
  ShieldAlert,
  Trash2,
  type LucideIcon,
} from "lucide-react";
import { isBoolean } from "#lib/is-one-of";
import { cn } from "#lib/cn";
import type { Account, Folder } from "#lib/contracts/account";
import { folderRoles, type FolderRole } from "#lib/contracts/vocabulary";
import { folderTree, type FolderNode } from "#lib/mail/folder-tree";
import { foldersOptions } from "#lib/query/accounts";
import type { FirstStrings } from "#lib/strings/strings";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { NewFolderButton } from "../../folders/new-folder-button.tsx";
import { later } from "../../ui/later.tsx";
import { MenuSpot } from "../../ui/menu-spot.tsx";
import { useStored } from "../../ui/use-stored.ts";
import { useInboxFilter } from "../use-inbox-location.ts";
import { Count, SidebarLink } from "./sidebar-link.tsx";
import { usePlaceSpot } from "./use-place-spot.ts";

const FolderPlaceMenu = later(async () => (await import("./folder-place-menu.tsx")).FolderPlaceMenu);

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

/** Gives way to what folds and unfolds. */
const foldedIcon = "group-hover/folder:invisible pointer-coarse:invisible";

/** An account's folders as they lie in one another, under the names everybody knows, whatever its server calls them. */
export function FolderLinks({ account }: { account: Account }) {
  const words = useFirstStrings().folders;
  const { data: folders = [] } = useQuery(foldersOptions(account.id));
  const mayChange = account.mode === "two-way";
  return (
    <div className="py-px pl-4 @max-[8rem]/side:hidden">
      <FolderNodes account={account} nodes={folderTree(folders, byRole)} />
      {mayChange && folders.length > 0 && (
        <NewFolderButton account={account}>
          {(open, icon) => (
            <button
              type="button"
              onClick={open}
              className="flex h-7 w-full items-center gap-[9px] rounded-md px-2 text-ink-3 hover:bg-hover hover:text-ink max-pair:h-9"
            >
              <span className="grid w-4 place-items-center">{icon}</span>
              {words.create}
            </button>
          )}
        </NewFolderButton>
      )}
    </div>
  );
}

function FolderNodes({ account, nodes }: { account: Account; nodes: FolderNode<Folder>[] }) {
  return (
    <ul className="flex flex-col gap-px">
      {nodes.map((node) => (
        <FolderItem key={node.folder.id} account={account} node={node} />
      ))}
    </ul>
  );
}

function FolderItem({
  account,
  node: { folder, children, unseenCount },
}: {
  account: Account;
  node: FolderNode<Folder>;
}) {
  const strings = useFirstStrings();
  const filter = useInboxFilter();
  const [isOpen, setIsOpen] = useStored<boolean>(`folder.${folder.id}.open`, isBoolean, true);
  const Icon = roleIcons[folder.role];
  const mayChange = account.mode === "two-way";
  const hasActs = mayChange || folder.selectable;
  const { handlers, spot } = usePlaceSpot(hasActs);
  return (
    <li>
      <div className="group/folder relative" {...handlers}>
        {folder.selectable ? (
          <SidebarLink
            filter={{ view: "all", sort: "newest", account: account.id, folder: folder.id }}
            icon={<Icon aria-hidden className={cn(children.length > 0 && foldedIcon)} />}
            label={folderLabel(strings, folder)}
            isCurrent={filter.folder === folder.id}
            className={cn(hasActs && "pointer-coarse:pr-10")}
            dropAct={mayChange ? { kind: "folder", folder } : undefined}
            end={
              <span
                className={cn(
                  hasActs && "group-hover/folder:invisible pointer-fine:group-focus-within/folder:invisible",
                )}
              >
                <Count value={folder.role === "sent" ? 0 : unseenCount} />
              </span>
            }
          />
        ) : (
          <span className="flex h-7 min-w-0 items-center gap-[9px] px-2 text-ink-3 max-pair:h-9">
            <Icon aria-hidden className={cn("shrink-0", children.length > 0 && foldedIcon)} />
            <span className="truncate">{folder.name}</span>
          </span>
        )}
        {children.length > 0 && (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={strings.folders.expand(folder.name)}
            onClick={() => setIsOpen(!isOpen)}
            className="absolute top-0.5 left-1 grid size-6 place-items-center rounded-sm text-ink-3 opacity-0 group-hover/folder:opacity-100 hover:text-ink focus-visible:bg-ground focus-visible:opacity-100 pointer-coarse:opacity-100 max-pair:top-1.5"
          >
            <ChevronRight aria-hidden className={cn("size-3.5!", isOpen && "rotate-90")} />
          </button>
        )}
        {hasActs && (
          <span className="absolute inset-y-0 right-0.5 flex items-center opacity-0 group-hover/folder:opacity-100 focus-within:opacity-100 has-aria-expanded:opacity-100 pointer-coarse:opacity-100">
            <MenuSpot {...spot} label={strings.folders.menuLabel(folder.name)}>
              <FolderPlaceMenu {...spot} account={account} folder={folder} />
            </MenuSpot>
          </span>
        )}
      </div>
      <FolderNews folder={folder} />
      {isOpen && children.length > 0 && (
        <div className="pl-3">
          <FolderNodes account={account} nodes={children} />
        </div>
      )}
    </li>
  );
}

/** What is on its way to the server, or why it was not done there. */
function FolderNews({ folder: { pendingAct, actFailure } }: { folder: Folder }) {
  const strings = useFirstStrings();
  const words = strings.folders;
  if (actFailure !== "")
    return <p className="px-2 pb-1 pl-8 text-xs text-bad">{words.failed(strings.common.reason(actFailure))}</p>;
  if (pendingAct === null || pendingAct === "subscribe") return null;
  return <p className="px-2 pb-1 pl-8 text-xs text-ink-3">{words.pending[pendingAct]}</p>;
}

export function folderLabel(strings: FirstStrings, folder: Pick<Folder, "role" | "isPrimary" | "name">): string {
  return folder.role !== "none" && folder.isPrimary ? strings.inbox.roles[folder.role] : folder.name;
}

function byRole(a: Folder, b: Folder): number {
  const rank = (folder: Folder) => folderRoles.indexOf(folder.role) + (folder.isPrimary ? 0 : 0.5);
  return rank(a) - rank(b) || a.name.localeCompare(b.name);
}
