"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { toast } from "../ui/toast.ts";
import type { Folder } from "#lib/contracts/account";
import { liesBelow } from "#lib/mail/folder-path";
import { foldersOptions } from "#lib/query/accounts";
import { useDeleteFolder } from "#lib/query/change-folders";
import { useStrings } from "../language/use-strings.ts";
import { messageOf } from "../settings/apply-problem.ts";
import { ConfirmDialog } from "../settings/confirm-dialog.tsx";
import { formatCount } from "../settings/format-count.ts";
import { Checkbox } from "../ui/checkbox.tsx";

export type DeleteFolderDialogProps = { folder: Folder; onClose: () => void };

/** Says first what the folder holds, on the server and with all the folders in it. */
export function DeleteFolderDialog({ folder, onClose }: DeleteFolderDialogProps) {
  const strings = useStrings();
  const words = strings.folders;
  const id = useId();
  const { data: folders = [] } = useQuery(foldersOptions(folder.accountId));
  const remove = useDeleteFolder(folder.accountId);
  const [isForGood, setIsForGood] = useState(false);
  // As it was when it was asked: what is deleted goes from the list at once.
  const [held] = useState(() => {
    const inside = folders.filter((one) => liesBelow(one.path, folder));
    const mailCount = [folder, ...inside].reduce((sum, one) => sum + Math.max(one.serverCount, one.storedCount), 0);
    return { mailCount, folderCount: inside.length };
  });
  const confirm = () =>
    remove.mutateAsync({ folder, mail: isForGood ? "delete" : "trash" }).then(
      () => {
        onClose();
        toast(words.removed(folder.name));
      },
      () => undefined,
    );
  const mails = words.mailCount(held.mailCount, formatCount(strings, held.mailCount));
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={words.removeTitle(folder.name)}
      action={words.removeAction}
      onConfirm={() => void confirm()}
      isBusy={remove.isPending}
      problem={remove.error ? messageOf(strings, remove.error) : undefined}
    >
      <p>{words.removeHolds(folder.name, mails, words.folderCount(held.folderCount))}</p>
      {folder.label === null ? (
        held.mailCount > 0 && (
          <>
            {!isForGood && <p>{words.removeToTrash}</p>}
            <label htmlFor={id} className="flex items-start gap-2">
              <Checkbox id={id} checked={isForGood} onCheckedChange={setIsForGood} />
              <span>
                {words.removeForGood}
                {isForGood && <span className="block text-bad">{words.removeForGoodHint}</span>}
              </span>
            </label>
          </>
        )
      ) : (
        <p>{words.removeLabel}</p>
      )}
    </ConfirmDialog>
  );
}
