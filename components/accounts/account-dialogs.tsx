"use client";

import type { AccountDialogProps } from "./account-dialog-props.ts";
import { CopyDialog } from "../transfers/copy-dialog.tsx";
import { ExportDialog } from "../transfers/export-dialog.tsx";
import { ImportDialog } from "../transfers/import/import-dialog.tsx";
import { EditAccountDialog } from "./edit-account-dialog.tsx";
import { MoveAccountDialog } from "./move-account-dialog.tsx";
import { PasswordDialog } from "./password-dialog.tsx";
import { RemoveAccountDialog } from "./remove-account-dialog.tsx";

export type AccountDialogName = "edit" | "password" | "move" | "export" | "import" | "copy" | "remove";

export type AccountDialogsProps = AccountDialogProps & { dialog: AccountDialogName | null };

/** The dialog that was asked for; each begins anew when it opens. */
export function AccountDialogs({ dialog, ...props }: AccountDialogsProps) {
  switch (dialog) {
    case "edit":
      return <EditAccountDialog {...props} />;
    case "password":
      return <PasswordDialog {...props} />;
    case "move":
      return <MoveAccountDialog {...props} />;
    case "export": {
      const { account, onClose } = props;
      return (
        <ExportDialog
          scope={{ scope: { kind: "account", accountId: account.id }, name: account.name }}
          onClose={onClose}
        />
      );
    }
    case "import":
      return <ImportDialog accountId={props.account.id} onClose={props.onClose} />;
    case "copy":
      return <CopyDialog fromAccountId={props.account.id} name={props.account.name} onClose={props.onClose} />;
    case "remove":
      return <RemoveAccountDialog {...props} />;
    case null:
      return null;
    default:
      return dialog satisfies never;
  }
}
