"use client";

import { useState } from "react";
import type { Account } from "#lib/contracts/account";
import { AccountDialogs, type AccountDialogName } from "../../accounts/account-dialogs.tsx";
import { AccountMenu } from "../../accounts/account-menu.tsx";
import { MenuActs } from "../../ui/menu-acts.tsx";
import { MenuSeparator } from "../../ui/menu.tsx";
import { quoted, usePlaceActs } from "./use-place-acts.tsx";

export type AccountPlaceMenuProps = { account: Account; open: boolean; onOpenChange: (open: boolean) => void };

/** What can be done with an account where its mail is read: with its mail first, then all that its settings offer. */
export function AccountPlaceMenu({ account, open, onOpenChange }: AccountPlaceMenuProps) {
  const [dialog, setDialog] = useState<AccountDialogName | null>(null);
  const acts = usePlaceActs(
    { view: "open", sort: "newest", account: account.id },
    `account:${quoted(account.emailAddress)} `,
  );
  const first = (
    <>
      <MenuActs groups={acts} />
      <MenuSeparator />
    </>
  );
  return (
    <>
      <AccountMenu
        account={account}
        onOpen={setDialog}
        open={open}
        onOpenChange={onOpenChange}
        first={first}
        size="sm"
      />
      <AccountDialogs account={account} dialog={dialog} onClose={() => setDialog(null)} />
    </>
  );
}
