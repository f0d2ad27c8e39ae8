"use client";

import { useQuery } from "@tanstack/react-query";
import { FolderTree } from "lucide-react";
import type { Account } from "#lib/contracts/account";
import { foldersOptions } from "#lib/query/accounts";
import { useSyncAccountNow } from "#lib/query/change-accounts";
import { NewFolderButton } from "../folders/new-folder-button.tsx";
import { useStrings } from "../language/use-strings.ts";
import { ReadState } from "../settings/read-state.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { announce } from "../ui/announcer.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Table, TableHead } from "../ui/table.tsx";
import { FolderRow } from "./folder-row.tsx";
import { byRole } from "./folder-words.ts";

/** The map of a server's folders to what they are here. */
export function FolderTable({ account }: { account: Account }) {
  const strings = useStrings();
  const tellFailure = useTellFailure();
  const words = strings.accounts;
  const folders = useQuery(foldersOptions(account.id));
  const syncNow = useSyncAccountNow(account.id);
  const compare = () =>
    syncNow.mutate(undefined, { onSuccess: () => announce(words.checking(account.name)), onError: tellFailure });
  return (
    <SettingsSection
      title={words.foldersTitle}
      text={words.foldersText}
      action={
        account.state !== "paused" && (
          <span className="flex gap-2">
            {account.mode === "two-way" && (
              <NewFolderButton account={account}>
                {(open) => <Button onClick={open}>{strings.folders.create}</Button>}
              </NewFolderButton>
            )}
            <Button isBusy={syncNow.isPending} onClick={compare}>
              {words.compareNow}
            </Button>
          </span>
        )
      }
    >
      <ReadState query={folders}>
        {(rows) =>
          rows.length === 0 ? (
            <Card>
              <EmptyState icon={FolderTree} title={words.noFolders.title} text={words.noFolders.text} />
            </Card>
          ) : (
            <Table>
              <thead>
                <tr>
                  <TableHead className="max-pair:px-3">{words.columns.path}</TableHead>
                  <TableHead className="max-pair:px-1">{words.columns.role}</TableHead>
                  <TableHead className="max-pair:hidden">{words.columns.source}</TableHead>
                  <TableHead className="text-right max-pair:hidden">{words.columns.mails}</TableHead>
                  <TableHead className="text-right max-pair:px-3">{words.columns.stored}</TableHead>
                </tr>
              </thead>
              <tbody>
                {rows.toSorted(byRole).map((folder) => (
                  <FolderRow key={folder.id} folder={folder} account={account} />
                ))}
              </tbody>
            </Table>
          )
        }
      </ReadState>
    </SettingsSection>
  );
}
