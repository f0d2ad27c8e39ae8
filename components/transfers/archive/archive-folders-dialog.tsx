"use client";

import { folderArchives, type Archive } from "#lib/contracts/archive";
import { useSaveFolderArchive } from "#lib/query/archive";
import { useStrings } from "../../language/use-strings.ts";
import { formatCount } from "../../settings/format-count.ts";
import { useTellFailure } from "../../settings/use-tell-failure.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Select } from "../../ui/select.tsx";

/** Folder by folder, whatever the account says. Each choice counts at once. */
export function ArchiveFoldersDialog({ archive, onClose }: { archive: Archive; onClose: () => void }) {
  const strings = useStrings();
  const words = strings.transfers.archive;
  const tellFailure = useTellFailure();
  const save = useSaveFolderArchive(archive.accountId);
  const options = folderArchives.map((value) => ({ value, label: words.folderWords[value] }));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.foldersTitle}
      footer={<Button onClick={onClose}>{strings.settings.done}</Button>}
    >
      <ul className="flex max-h-[60vh] flex-col gap-1.5 overflow-y-auto pt-2">
        {archive.folders.map((folder) => (
          <li key={folder.folderId} className="flex min-h-8 items-center gap-3">
            <span className="flex min-w-0 grow flex-col">
              <span className="truncate">{folder.path}</span>
              <span className="text-xs text-ink-3 tabular-nums">
                {formatCount(strings, folder.keptCount)} / {formatCount(strings, folder.totalCount)}
              </span>
            </span>
            <Select
              label={words.folderLabel(folder.path)}
              value={folder.archive}
              options={options}
              onValueChange={(value) =>
                save.mutate({ folderId: folder.folderId, archive: value }, { onError: tellFailure })
              }
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
