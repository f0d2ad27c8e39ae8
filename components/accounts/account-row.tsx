"use client";

import Link from "next/link";
import { useState } from "react";
import type { Account } from "#lib/contracts/account";
import { sampleProvider } from "#lib/providers/sample";
import { useSyncAccountNow } from "#lib/query/change-accounts";
import { useStrings } from "../language/use-strings.ts";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { Button } from "../ui/button.tsx";
import { Dot } from "../ui/dot.tsx";
import { Dotted } from "../ui/dotted.tsx";
import { Time } from "../ui/time.tsx";
import { AccountDialogs, type AccountDialogName } from "./account-dialogs.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { AccountStateText } from "./account-state.tsx";
import { kindOf, spanWords, wantsReconnecting } from "./account-words.ts";
import { ReconnectButton } from "./reconnect-button.tsx";
import { useRemainingMs } from "./use-remaining.ts";

export type AccountRowProps = {
  account: Account;
  /** Told where there are several. */
  inboxName: string | null;
};

export function AccountRow({ account, inboxName }: AccountRowProps) {
  const strings = useStrings();
  const [dialog, setDialog] = useState<AccountDialogName | null>(null);
  return (
    <li className="grid grid-cols-[12px_minmax(0,1.5fr)_minmax(0,1.6fr)_112px_28px] items-center gap-3.5 border-b border-line px-4 py-3 last:border-0 max-pair:grid-cols-[12px_minmax(0,1fr)_auto] max-pair:gap-x-3 max-pair:gap-y-1.5">
      <Dot shape="square" color={account.color} />
      <Link href={`/settings/accounts/${account.id}`} className="group/name min-w-0 rounded-sm">
        <b className="block truncate group-hover/name:underline">{account.name}</b>
        <Dotted
          isCut
          className="text-xs text-ink-3 max-pair:wrap-anywhere"
          parts={[account.emailAddress, kindOf(strings, account), inboxName]}
        />
      </Link>
      <div className="max-pair:order-last max-pair:col-start-2 max-pair:row-start-2">
        <AccountStateText account={account} />
      </div>
      <div className="flex justify-end text-right text-xs text-ink-3 tabular-nums max-pair:order-last max-pair:col-start-2 max-pair:row-start-3 max-pair:justify-start max-pair:empty:hidden max-pair:has-data-quiet:hidden">
        <RowEnd account={account} askForPassword={() => setDialog("password")} />
      </div>
      <AccountMenu account={account} onOpen={setDialog} />
      <AccountDialogs account={account} dialog={dialog} onClose={() => setDialog(null)} />
    </li>
  );
}

/** What matters most beside a state: how long it takes, when it was looked at last, or the way out. */
function RowEnd({ account, askForPassword }: { account: Account; askForPassword: () => void }) {
  const strings = useStrings();
  const tellFailure = useTellFailure();
  const words = strings.accounts;
  const { state, backfill, lastSyncedAt, canChange, provider } = account;
  const leftMs = useRemainingMs(backfill.done, backfill.total);
  const syncNow = useSyncAccountNow(account.id);
  if (canChange && wantsReconnecting(account))
    return <ReconnectButton account={account} askForPassword={askForPassword} />;
  if (state === "needs-attention" || state === "waiting")
    return (
      <Button isBusy={syncNow.isPending} onClick={() => syncNow.mutate(undefined, { onError: tellFailure })}>
        {words.syncNow}
      </Button>
    );
  if (state === "syncing") return leftMs === null ? null : words.about(spanWords(strings, leftMs));
  if (state !== "live" || lastSyncedAt === null || provider === sampleProvider) return null;
  return (
    <span data-quiet>
      {words.lastSynced} <Time instant={lastSyncedAt} isWithin />
    </span>
  );
}
