"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import type { Account, Folder } from "#lib/contracts/account";
import { accountsOptions, foldersOptions } from "#lib/query/accounts";
import { roleIcons } from "../accounts/folder-words.ts";
import type { TargetMenuProps } from "../conversation/target-menu.ts";
import { Combobox, ComboboxItem } from "../ui/combobox.tsx";
import { folderLabel } from "../inbox/sidebar/folder-links.tsx";
import { useTriage } from "../inbox/use-triage.ts";
import { useStrings } from "../language/use-strings.ts";

/** Any folder of the accounts that their mail lies in. */
export function MoveToFolder({ rows, ...opening }: TargetMenuProps) {
  const strings = useStrings();
  const words = strings.folders;
  const { perform } = useTriage();
  const { data: accounts = [] } = useQuery(accountsOptions());
  const here = accounts.filter(
    (account) => account.mode === "two-way" && rows.some((row) => row.accountIds.includes(account.id)),
  );
  const lists = useQueries({
    queries: here.map((account) => ({ ...foldersOptions(account.id), enabled: opening.open })),
  });
  const choices = here.flatMap((account, index) =>
    (lists[index]?.data ?? []).filter(mayTake).map((folder) => ({ account, folder })),
  );
  const move = ({ account, folder }: { account: Account; folder: Folder }) => {
    const ids = rows.filter((row) => row.accountIds.includes(account.id)).map((row) => row.id);
    const { id, role } = folder;
    perform({ kind: "folder", folder: { id, role, name: folderLabel(strings, folder) } }, ids);
    opening.onOpenChange(false);
  };
  return (
    <Combobox {...opening} label={words.moveLabel} placeholder={words.find} emptyText={words.none}>
      {choices.map((choice) => {
        const { account, folder } = choice;
        const Icon = roleIcons[folder.role];
        const value = here.length > 1 ? `${folder.path} ${account.name}` : folder.path;
        return (
          <ComboboxItem key={folder.id} value={value} onSelect={() => move(choice)}>
            <Icon aria-hidden />
            <span className="truncate">{folder.role === "none" ? folder.path : folderLabel(strings, folder)}</span>
            {here.length > 1 && <span className="ml-auto truncate pl-2 text-xs text-ink-3">{account.name}</span>}
          </ComboboxItem>
        );
      })}
    </Combobox>
  );
}

/** Sent mail and drafts are filed by the server's own rules. */
function mayTake({ role, isPrimary, selectable, pendingAct }: Folder): boolean {
  if (!selectable || pendingAct !== null) return false;
  return role === "none" || (isPrimary && role !== "sent" && role !== "drafts" && role !== "all");
}
