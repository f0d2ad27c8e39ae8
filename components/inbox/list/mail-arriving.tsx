"use client";

import { MailPlus } from "lucide-react";
import type { Account } from "#lib/contracts/account";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { formatCount } from "../../settings/format-count.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Progress } from "../../ui/progress.tsx";

/** The first minutes of an account: how far its mail has come. */
export function MailArriving({ accounts }: { accounts: readonly Account[] }) {
  const strings = useFirstStrings();
  const words = strings.inbox.arriving;
  return (
    <EmptyState
      icon={MailPlus}
      title={words.title}
      text={words.text}
      action={
        <ul className="flex w-64 flex-col gap-3 text-left">
          {accounts.map(({ id, name, backfill: { done, total } }) => (
            <li key={id}>
              <p className="mb-1 flex justify-between gap-3 text-xs text-ink-2">
                <span className="truncate">{name}</span>
                {total > 0 && (
                  <span suppressHydrationWarning className="tabular-nums">
                    {words.count(formatCount(strings, done), formatCount(strings, total))}
                  </span>
                )}
              </p>
              <Progress label={words.progress(name)} done={done} total={total} />
            </li>
          ))}
        </ul>
      }
    />
  );
}
