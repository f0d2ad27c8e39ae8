"use client";

import { SearchX } from "lucide-react";
import { operatorNames } from "#lib/search/operators";
import { InboxLink } from "../inbox/inbox-link.tsx";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { EmptyState } from "../ui/empty-state.tsx";

/** When nothing is found: how to ask. */
export function SearchHelp() {
  const words = useFirstStrings().search;
  return (
    <EmptyState
      icon={SearchX}
      {...words.noResults}
      className="justify-start overflow-y-auto py-10"
      action={
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3 gap-y-1.5 text-left text-xs">
          {operatorNames.map((name) => (
            <div key={name} className="contents">
              <dt className="min-w-0">
                <InboxLink
                  filter={{ view: "all", sort: "newest", q: words.operators[name].example }}
                  className="inline-block min-h-6 rounded-sm bg-hover px-1.5 py-1 font-mono wrap-anywhere text-ink hover:bg-selected"
                >
                  {words.operators[name].example}
                </InboxLink>
              </dt>
              <dd className="text-ink-3">{words.operators[name].help}</dd>
            </div>
          ))}
        </dl>
      }
    />
  );
}
