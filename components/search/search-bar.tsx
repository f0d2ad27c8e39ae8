"use client";

import { useQuery } from "@tanstack/react-query";
import { BookmarkPlus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { searchProgressOptions } from "#lib/query/search";
import { useStrings } from "../language/use-strings.ts";
import { Button } from "../ui/button.tsx";

const ViewDialog = lazy(async () => ({ default: (await import("./view-dialog.tsx")).ViewDialog }));

/** Above what was found: how complete it can be, and a way to keep the search. */
export function SearchBar({ query }: { query: string }) {
  const strings = useStrings();
  const words = strings.search;
  const [isSaving, setIsSaving] = useState(false);
  const { data: progress } = useQuery(searchProgressOptions());
  const format = (count: number) => new Intl.NumberFormat(strings.locale).format(count);
  return (
    <div className="flex min-h-9 shrink-0 items-center gap-3 border-b border-line py-1 pr-3 pl-4 text-xs text-ink-3">
      <output className="min-w-0 grow">
        {progress &&
          progress.textCount < progress.messageCount &&
          words.progress(format(progress.textCount), format(progress.messageCount))}
      </output>
      <Button size="sm" look="ghost" onClick={() => setIsSaving(true)} className="shrink-0">
        <BookmarkPlus aria-hidden className="size-3.5!" />
        {words.saveSearch}
      </Button>
      {isSaving && (
        <Suspense>
          <ViewDialog view={{ id: null, name: "", query, shared: false }} onClose={() => setIsSaving(false)} />
        </Suspense>
      )}
    </div>
  );
}
