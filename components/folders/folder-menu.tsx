"use client";

import { ArrowDownToLine, ArrowUpFromLine, Copy, Ellipsis, FolderPen, FolderPlus, Trash2 } from "lucide-react";
import { Suspense, useState, type ReactNode } from "react";
import type { Account, Folder } from "#lib/contracts/account";
import { useChangeFolder, useDeleteFolder } from "#lib/query/change-folders";
import { useStrings } from "../language/use-strings.ts";
import { afterMenu } from "../settings/after-menu.ts";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, MenuCheckItem, MenuItem, MenuSeparator } from "../ui/menu.tsx";
import { later } from "../ui/later.tsx";

// Forms are as large as the list: the sidebar does not wait for them.
const DeleteFolderDialog = later(async () => (await import("./delete-folder-dialog.tsx")).DeleteFolderDialog);
const FolderNameDialog = later(async () => (await import("./folder-name-dialog.tsx")).FolderNameDialog);
const CopyDialog = later(async () => (await import("../transfers/copy-dialog.tsx")).CopyDialog);
const ImportDialog = later(async () => (await import("../transfers/import/import-dialog.tsx")).ImportDialog);
const ExportDialog = later(async () => (await import("../transfers/export-dialog.tsx")).ExportDialog);

export type FolderMenuProps = {
  account: Account;
  folder: Folder;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
  /** What stands above its own acts. */
  first?: ReactNode;
};

/** What can be done with a folder itself. */
export function FolderMenu({ account, folder, open, onOpenChange, className, first }: FolderMenuProps) {
  const strings = useStrings();
  const words = strings.folders;
  const tellFailure = useTellFailure();
  const [dialog, setDialog] = useState<"inside" | "edit" | "export" | "import" | "copy" | "delete" | null>(null);
  const change = useChangeFolder(account.id);
  const remove = useDeleteFolder(account.id);
  const isInbox = folder.path.toUpperCase() === "INBOX";
  const wasNeverMade = folder.pendingAct === "create" && folder.actFailure !== "";
  const mayDelete = !isInbox && (folder.role === "none" || !folder.isPrimary);
  const close = () => setDialog(null);
  return (
    <>
      <Menu
        align="end"
        {...(open !== undefined && { open })}
        {...(onOpenChange && { onOpenChange })}
        trigger={<IconButton icon={Ellipsis} label={words.menuLabel(folder.name)} {...(className && { className })} />}
      >
        {first}
        {account.mode !== "two-way" ? null : wasNeverMade ? (
          <MenuItem
            icon={<Trash2 aria-hidden />}
            onSelect={() => remove.mutate({ folder, mail: "trash" }, { onError: tellFailure })}
          >
            {words.dismiss}
          </MenuItem>
        ) : (
          <>
            {folder.delimiter !== "" && folder.pendingAct === null && (
              <MenuItem icon={<FolderPlus aria-hidden />} onSelect={afterMenu(() => setDialog("inside"))}>
                {words.createInside}
              </MenuItem>
            )}
            {account.canChange && !isInbox && (
              <>
                <MenuItem icon={<FolderPen aria-hidden />} onSelect={afterMenu(() => setDialog("edit"))}>
                  {words.edit}
                </MenuItem>
                <MenuCheckItem
                  checked={folder.subscribed}
                  onCheckedChange={(subscribed) =>
                    change.mutate({ folderId: folder.id, subscribed }, { onError: tellFailure })
                  }
                >
                  {words.shownElsewhere}
                </MenuCheckItem>
              </>
            )}
            {folder.selectable && folder.pendingAct !== "create" && (
              <MenuItem icon={<ArrowDownToLine aria-hidden />} onSelect={afterMenu(() => setDialog("export"))}>
                {strings.transfers.export.menu}
              </MenuItem>
            )}
            {folder.selectable && folder.pendingAct !== "create" && (
              <>
                {account.mode === "two-way" && (
                  <MenuItem icon={<ArrowUpFromLine aria-hidden />} onSelect={afterMenu(() => setDialog("import"))}>
                    {strings.transfers.import.menu}
                  </MenuItem>
                )}
                <MenuItem icon={<Copy aria-hidden />} onSelect={afterMenu(() => setDialog("copy"))}>
                  {strings.transfers.copy.menu}
                </MenuItem>
              </>
            )}
            {account.canChange && mayDelete && (
              <>
                <MenuSeparator />
                <MenuItem icon={<Trash2 aria-hidden />} isDanger onSelect={afterMenu(() => setDialog("delete"))}>
                  {words.remove}
                </MenuItem>
              </>
            )}
          </>
        )}
      </Menu>
      <Suspense>
        {dialog === "inside" && <FolderNameDialog account={account} parentId={folder.id} onClose={close} />}
        {dialog === "edit" && <FolderNameDialog account={account} folder={folder} onClose={close} />}
        {dialog === "export" && (
          <ExportDialog scope={{ scope: { kind: "folder", folderId: folder.id }, name: folder.name }} onClose={close} />
        )}
        {dialog === "import" && <ImportDialog accountId={account.id} folderId={folder.id} onClose={close} />}
        {dialog === "copy" && (
          <CopyDialog fromAccountId={account.id} folderId={folder.id} name={folder.name} onClose={close} />
        )}
        {dialog === "delete" && <DeleteFolderDialog folder={folder} onClose={close} />}
      </Suspense>
    </>
  );
}
