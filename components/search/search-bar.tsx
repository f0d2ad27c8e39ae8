"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowDownToLine, BookmarkPlus } from "lucide-react";
import { Suspense, useState } from "react";
import { searchProgressOptions } from "#lib/query/search";
import { useStrings } from "../language/use-strings.ts";
import { formatCount } from "../settings/format-count.ts";
import { Button } from "../ui/button.tsx";
import { later } from "../ui/later.tsx";

const ExportDialog = later(async () => (await import("../transfers/export-dialog.tsx")).ExportDialog);
const ViewDialog = later(async () => (await import("./view-dialog.tsx")).ViewDialog);

/** Above what was found: how complete it can be, and a way to keep the search. */
export function SearchBar({ query, isEmpty }: { query: string; isEmpty: boolean }) {
  const strings = useStrings();
  const words = strings.search;
  const [dialog, setDialog] = useState<"save" | "export" | null>(null);
  const { data: progress } = useQuery(searchProgressOptions());
  return (
    <div className="flex min-h-9 shrink-0 items-center gap-3 border-b border-line py-1 pr-3 pl-4 text-xs text-ink-3">
      <output className="min-w-0 grow">
        {progress &&
          progress.textCount < progress.messageCount &&
          words.progress(formatCount(strings, progress.textCount), formatCount(strings, progress.messageCount))}
      </output>
      <Button size="sm" look="ghost" onClick={() => setDialog("save")} className="shrink-0">
        <BookmarkPlus aria-hidden className="size-3.5!" />
        {words.saveSearch}
      </Button>
      <Button size="sm" look="ghost" disabled={isEmpty} onClick={() => setDialog("export")} className="shrink-0">
        <ArrowDownToLine aria-hidden className="size-3.5!" />
        {strings.transfers.export.results}
      </Button>
      <Suspense>
        {dialog === "save" && (
          <ViewDialog view={{ id: null, name: "", query, shared: false }} onClose={() => setDialog(null)} />
        )}
        {dialog === "export" && (
          <ExportDialog
            scope={{ scope: { kind: "search", q: query }, name: strings.transfers.search(query) }}
            onClose={() => setDialog(null)}
          />
        )}
      </Suspense>
    </div>
  );
}
