"use client";

import { usePathname, useRouter } from "next/navigation";
import { toast } from "../ui/toast.ts";
import { sampleProvider } from "#lib/providers/sample";
import { useRemoveAccount } from "#lib/query/change-accounts";
import { useStrings } from "../language/use-strings.ts";
import { messageOf } from "../settings/apply-problem.ts";
import { ConfirmDialog } from "../settings/confirm-dialog.tsx";
import { formatCount } from "../settings/format-count.ts";
import type { AccountDialogProps } from "./account-dialog-props.ts";

export function RemoveAccountDialog({ account, onClose }: AccountDialogProps) {
  const strings = useStrings();
  const words = strings.accounts;
  const router = useRouter();
  const path = usePathname();
  const remove = useRemoveAccount(account.id);
  const { name, emailAddress, placementCount, imap } = account;
  // The row may be gone before the answer comes: the stream tells of it too.
  const confirm = () =>
    remove.mutateAsync().then(
      () => {
        onClose();
        toast(words.removed(name));
        if (path !== "/settings/accounts") router.push("/settings/accounts");
      },
      () => undefined,
    );
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={words.removeTitle(name)}
      action={words.removeAction}
      onConfirm={() => void confirm()}
      isBusy={remove.isPending}
      problem={remove.error ? messageOf(strings, remove.error) : undefined}
    >
      {account.provider === sampleProvider ? (
        <p>{strings.sample.removeText}</p>
      ) : (
        <>
          <p>
            {words.removeForgets(emailAddress, words.mailCount(placementCount, formatCount(strings, placementCount)))}
          </p>
          <p>{words.removeKeeps(imap.host)}</p>
        </>
      )}
    </ConfirmDialog>
  );
}
