"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import type { Account } from "#lib/contracts/account";
import { conversationListOptions } from "#lib/query/conversations";
import { sendersOf } from "../inbox/list/senders-of.ts";
import { useStrings } from "../language/use-strings.ts";
import { Time } from "../ui/time.tsx";

const shownMax = 5;

/** The newest mail, as it appears. */
export function FirstMails({ accounts }: { accounts: readonly Account[] }) {
  const strings = useStrings();
  const words = strings.setup.ready;
  const list = useInfiniteQuery(conversationListOptions({ view: "all", sort: "newest" }));
  const rows = list.data?.pages.flatMap((page) => page.items).slice(0, shownMax) ?? [];
  const isComing = accounts.some(({ state }) => state === "connecting" || state === "syncing");
  return (
    <section aria-label={words.mails} aria-live="polite" className="rounded-lg border border-line">
      {rows.length === 0 ? (
        <p className="px-3 py-4 text-center text-ink-3">{isComing ? words.waiting : words.noMails}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <li key={row.id} className="flex items-baseline gap-2 border-b border-line px-3 py-2 last:border-0">
              <span className="w-36 shrink-0 truncate text-ink max-pair:w-24">{sendersOf(strings, row)}</span>
              <span className="min-w-0 grow truncate text-ink-2">
                <bdi>{row.subject || strings.inbox.noSubject}</bdi>
              </span>
              <Time instant={row.lastMessageAt} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
