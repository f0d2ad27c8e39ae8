"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import type { Account } from "#lib/contracts/account";
import { sampleProvider } from "#lib/providers/sample";
import { accountsOptions } from "#lib/query/accounts";
import { useStrings } from "../language/use-strings.ts";
import { ReadState } from "../settings/read-state.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Dot } from "../ui/dot.tsx";
import { Dotted } from "../ui/dotted.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ArchiveSection } from "../transfers/archive/archive-section.tsx";
import { AccountDetails } from "./account-details.tsx";
import { AccountDialogs, type AccountDialogName } from "./account-dialogs.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { AccountStateText } from "./account-state.tsx";
import { kindOf, wantsReconnecting } from "./account-words.ts";
import { FolderTable } from "./folder-table.tsx";
import { ReconnectButton } from "./reconnect-button.tsx";
import { ReconnectDialog } from "./reconnect-dialog.tsx";
import { useAnnouncedStates } from "./use-announced-states.ts";

export function AccountPage({ accountId }: { accountId: number }) {
  const strings = useStrings();
  const words = strings.accounts;
  const back = { href: "/settings/accounts", label: strings.settings.pages.accounts };
  const accounts = useQuery(accountsOptions());
  useAnnouncedStates(accounts.data);
  const account = accounts.data?.find(({ id }) => id === accountId);
  if (account) return <OneAccount account={account} />;
  return (
    <SettingsPage title={words.account} back={back}>
      <ReadState query={accounts}>
        {() => (
          <Card>
            <EmptyState title={strings.common.notFoundTitle} text={strings.common.notFoundText} />
          </Card>
        )}
      </ReadState>
    </SettingsPage>
  );
}

function OneAccount({ account }: { account: Account }) {
  const strings = useStrings();
  const back = { href: "/settings/accounts", label: strings.settings.pages.accounts };
  const signInId = useSearchParams().get("signIn");
  const [dialog, setDialog] = useState<AccountDialogName | null>(null);
  const isSample = account.provider === sampleProvider;
  return (
    <SettingsPage
      back={back}
      title={
        <span className="flex min-w-0 items-center gap-2.5">
          <Dot shape="square" color={account.color} className="size-2.5" />
          <span className="truncate">{account.name}</span>
        </span>
      }
      text={<Dotted className="wrap-anywhere" parts={[account.emailAddress, kindOf(strings, account)]} />}
      action={
        <span className="flex gap-2">
          <Button asChild>
            <Link href={`/settings/sync-health?account=${account.id}`}>{strings.settings.pages["sync-health"]}</Link>
          </Button>
          {account.canChange && wantsReconnecting(account) && (
            <ReconnectButton account={account} askForPassword={() => setDialog("password")} look="primary" />
          )}
          <AccountMenu account={account} onOpen={setDialog} hasFolders />
        </span>
      }
    >
      <Card className="grid grid-cols-2 gap-x-8 gap-y-4 px-4 py-3.5 max-pair:grid-cols-1">
        <AccountStateText account={account} />
        {isSample ? (
          <p className="text-xs text-ink-3">{strings.sample.noServer}</p>
        ) : (
          <AccountDetails account={account} />
        )}
      </Card>
      <FolderTable account={account} />
      {!isSample && <ArchiveSection account={account} />}
      <AccountDialogs account={account} dialog={dialog} onClose={() => setDialog(null)} />
      {signInId !== null && <ReconnectDialog key={signInId} account={account} signInId={signInId} />}
    </SettingsPage>
  );
}
