"use client";

import { CircleAlert, X } from "lucide-react";
import type { Account } from "#lib/contracts/account";
import type { Strings } from "#lib/strings/strings";
import { wantsReconnecting } from "../accounts/account-words.ts";
import { ReconnectButton } from "../accounts/reconnect-button.tsx";
import { useStrings } from "../language/use-strings.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { PageLink } from "../ui/page-link.tsx";

export type AlertLineProps = { alerted: Account[]; onDismiss: () => void };

/** Which accounts need somebody, and where to see to them; loaded when one does. */
export function AlertLine({ alerted, onDismiss }: AlertLineProps) {
  const strings = useStrings();
  const words = strings.health.alert;
  const only = alerted.length === 1 ? alerted[0] : undefined;
  return (
    <span className="flex items-center gap-2 border-b border-line bg-bad-soft py-1 pr-2 pl-4 text-xs text-ink-2">
      <CircleAlert aria-hidden className="size-3.5! text-bad" />
      <span className="min-w-0 grow">
        {headlineOf(strings, alerted)}{" "}
        <PageLink href={pathTo(alerted)} className="rounded-sm font-strong text-ink underline underline-offset-2">
          {words.action}
        </PageLink>
      </span>
      {only && only.canChange && only.oauthProvider !== null && wantsReconnecting(only) && (
        <ReconnectButton account={only} askForPassword={() => undefined} size="sm" />
      )}
      <IconButton icon={X} label={words.dismiss} size="sm" onClick={onDismiss} />
    </span>
  );
}

function headlineOf(strings: Strings, alerted: Account[]): string {
  const words = strings.health.alert;
  const [first, ...others] = alerted;
  if (first && others.length === 0) return `${words.one(first.name)} ${words.meaning}`;
  return `${words.many(alerted.length)} ${words.meaningOfMany}`;
}

function pathTo(alerted: Account[]): string {
  const [first, ...others] = alerted;
  return first && others.length === 0 ? `/settings/sync-health?account=${first.id}` : "/settings/sync-health";
}
