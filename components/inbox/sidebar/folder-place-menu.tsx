"use client";

import type { Account, Folder } from "#lib/contracts/account";
import { FolderMenu, type FolderMenuProps } from "../../folders/folder-menu.tsx";
import { MenuActs } from "../../ui/menu-acts.tsx";
import { MenuSeparator } from "../../ui/menu.tsx";
import { quoted, usePlaceActs } from "./use-place-acts.tsx";

export type FolderPlaceMenuProps = Pick<FolderMenuProps, "open" | "onOpenChange"> & {
  account: Account;
  folder: Folder;
};

/** What can be done with a folder where its mail is read: with its mail first, then with the folder itself. */
export function FolderPlaceMenu({ account, folder, ...rest }: FolderPlaceMenuProps) {
  const acts = usePlaceActs(
    { view: "all", sort: "newest", account: account.id, folder: folder.id },
    `account:${quoted(account.emailAddress)} in:${quoted(folder.name)} `,
  );
  const first = folder.selectable && (
    <>
      <MenuActs groups={acts} />
      {account.mode === "two-way" && <MenuSeparator />}
    </>
  );
  return <FolderMenu account={account} folder={folder} first={first} {...rest} />;
}
