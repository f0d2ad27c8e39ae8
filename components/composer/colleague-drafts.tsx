"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import type { Draft } from "#lib/contracts/draft";
import { meOptions } from "#lib/query/agents";
import { draftsOptions } from "#lib/query/drafts";
import { shortTime } from "#lib/time";
import { useStrings } from "../language/use-strings.ts";
import { Avatar } from "../ui/avatar.tsx";
import { useNow } from "../ui/use-now.ts";

/** So long after a draft was saved its writer is taken to be at it still. */
const freshMs = 90_000;
const shownMax = 2000;

/** What colleagues are writing in a conversation, as they write it: nobody answers twice. */
export function ColleagueDrafts({ conversationId }: { conversationId: number }) {
  const { data: me } = useQuery(meOptions());
  const { data: drafts = [] } = useQuery(draftsOptions(conversationId));
  const others = me ? drafts.filter(({ author }) => author.id !== me.id) : [];
  return (
    <div
      aria-live="polite"
      className="mx-6 w-[calc(100%-3rem)] max-w-[760px] shrink-0 self-center max-pair:mx-2 max-pair:w-[calc(100%-1rem)]"
    >
      {others.length > 0 && (
        <ul>
          {others.map((draft) => (
            <ColleagueDraft key={draft.id} draft={draft} />
          ))}
        </ul>
      )}
    </div>
  );
}

function ColleagueDraft({ draft: { author, updatedAt, text } }: { draft: Draft }) {
  const strings = useStrings();
  const words = strings.composer;
  const now = useNow();
  if (!now) return null;
  const savedAt = new Date(updatedAt);
  const isFresh = now.getTime() - savedAt.getTime() < freshMs;
  const told = isFresh
    ? words.isWriting(author.name)
    : words.hasBegun(author.name, shortTime(savedAt, now, strings.locale, strings.common.timeWithin));
  return (
    <li className="mb-2 rounded-md border border-line bg-raised text-xs text-ink-2">
      <details className="group/draft">
        <summary className="flex cursor-default items-center gap-2 rounded-md px-2 py-1.5 hover:bg-hover">
          <Avatar name={author.name} size="xs" />
          <span className="min-w-0 grow truncate">{told}</span>
          <ChevronRight aria-hidden className="size-3.5! text-ink-3 group-open/draft:rotate-90" />
        </summary>
        <p
          dir="auto"
          className="max-h-40 overflow-y-auto border-t border-line px-3 py-2 text-sm wrap-anywhere whitespace-pre-wrap"
        >
          {text.slice(0, shownMax) || words.nothingYet}
        </p>
      </details>
    </li>
  );
}
