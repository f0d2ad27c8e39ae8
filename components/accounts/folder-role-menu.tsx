"use client";

import { ChevronDown } from "lucide-react";
import { toast } from "../ui/toast.ts";
import type { Folder } from "#lib/contracts/account";
import { folderRoles, type FolderRole } from "#lib/contracts/vocabulary";
import { useChangeFolderRole } from "#lib/query/change-accounts";
import { useStrings } from "../language/use-strings.ts";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { Button } from "../ui/button.tsx";
import { Menu, MenuCheckItem, MenuItem, MenuSeparator } from "../ui/menu.tsx";
import { roleIcons } from "./folder-words.ts";

export type FolderRoleMenuProps = { folder: Folder; isDisabled: boolean };

/** What a folder is for; a person's word beats every guess. */
export function FolderRoleMenu({ folder, isDisabled }: FolderRoleMenuProps) {
  const strings = useStrings();
  const tellFailure = useTellFailure();
  const words = strings.accounts;
  const roleNames = strings.inbox.roles;
  const change = useChangeFolderRole(folder.accountId);
  const { id, path, role, roleSource } = folder;
  const Icon = roleIcons[role];
  const before = roleSource === "user" ? role : null;

  const give = (chosen: FolderRole | null) =>
    change.mutate(
      { folderId: id, role: chosen },
      {
        onError: tellFailure,
        onSuccess: (saved) =>
          toast(words.roleChanged(path, roleNames[saved.role]), {
            action: { label: strings.common.undo, onClick: () => change.mutate({ folderId: id, role: before }) },
          }),
      },
    );

  if (isDisabled)
    return (
      <span className="flex items-center gap-1.5">
        <Icon aria-hidden className="size-3.5! text-ink-3" />
        {roleNames[role]}
      </span>
    );
  return (
    <Menu
      trigger={
        <Button aria-label={`${words.roleLabel(path)} ${roleNames[role]}`} className="h-[26px] gap-1.5 px-2">
          {role !== "none" && <Icon aria-hidden className="size-3.5!" />}
          <span className={role === "none" ? "text-ink-3" : undefined}>{roleNames[role]}</span>
          <ChevronDown aria-hidden className="size-[11px]!" />
        </Button>
      }
    >
      {folderRoles.map((choice) => {
        const ChoiceIcon = roleIcons[choice];
        return (
          <MenuCheckItem
            key={choice}
            icon={<ChoiceIcon aria-hidden />}
            checked={choice === role}
            onCheckedChange={() => choice !== role && give(choice)}
          >
            {roleNames[choice]}
          </MenuCheckItem>
        );
      })}
      {roleSource === "user" && (
        <>
          <MenuSeparator />
          <MenuItem onSelect={() => give(null)}>{words.giveBack}</MenuItem>
        </>
      )}
    </Menu>
  );
}
