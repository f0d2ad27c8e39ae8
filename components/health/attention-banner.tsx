"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleAlert, X } from "lucide-react";
import type { Account } from "#lib/contracts/account";
import { accountsOptions } from "#lib/query/accounts";
import { meOptions } from "#lib/query/agents";
import type { Strings } from "#lib/strings/strings";
import { wantsReconnecting } from "../accounts/account-words.ts";
import { ReconnectButton } from "../accounts/reconnect-button.tsx";
import { useStrings } from "../language/use-strings.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { useStored } from "../ui/use-stored.ts";

/** Admins hear of accounts in inboxes that are not theirs, too, of which the stream tells them nothing. */
const refetchInterval = 60_000;
const isText = (value: unknown): value is string => typeof value === "string";

/** Tells admins of accounts that have needed somebody for an hour, or that somebody has to sign in to again, until they work again or were noted. */
export function AttentionBanner() {
  const strings = useStrings();
  const words = strings.health.alert;
  const { data: me } = useQuery(meOptions());
  const isAdmin = me?.role === "admin";
  const { data: accounts = [] } = useQuery({
    ...accountsOptions(),
    refetchInterval: isAdmin ? refetchInterval : false,
  });
  const alerted = isAdmin ? accounts.filter(({ alertedAt }) => alertedAt !== null) : [];
  const [noted, setNoted] = useStored<string>("notedAlerts", isText, "");
  const key = alerted.map(({ id, alertedAt }) => `${id}@${alertedAt}`).join(" ");
  const only = alerted.length === 1 ? alerted[0] : undefined;
  const isShown = alerted.length > 0 && noted !== key;
  return (
    <output className="block empty:hidden">
      {isShown && (
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
          <IconButton icon={X} label={words.dismiss} size="sm" onClick={() => setNoted(key)} />
        </span>
      )}
    </output>
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
