"use client";

import { formatBytes } from "#lib/bytes";
import type { ImportSummary } from "#lib/contracts/transfer";
import { useStrings } from "../../language/use-strings.ts";
import { formatCount } from "../../settings/format-count.ts";
import { Dotted } from "../../ui/dotted.tsx";

const shownMax = 6;

/** `12,431 mails in 3 folders, from 2009 to 2024` */
export function ImportSummaryText({ summary }: { summary: ImportSummary }) {
  const strings = useStrings();
  const words = strings.transfers.import;
  const { mailCount, sizeBytes, folderCount, folders, oldestAt, newestAt, unreadableCount } = summary;
  const count = (number: number) => formatCount(strings, number);
  const [from, to] = [yearOf(oldestAt), yearOf(newestAt)];
  const named = folders.filter(({ path }) => path !== "");
  return (
    <output className="flex flex-col gap-1.5 rounded-md border border-line px-3 py-2 text-xs text-ink-2">
      <Dotted
        className="text-sm text-ink"
        parts={[
          words.mails(mailCount, count(mailCount), formatBytes(sizeBytes, strings.locale)),
          from !== null && to !== null && (from === to ? from : words.years(from, to)),
        ]}
      />
      {named.length > 0 && (
        <Dotted
          className="[overflow-wrap:anywhere]"
          parts={[
            ...named.slice(0, shownMax).map((folder) => `${folder.path} (${count(folder.mailCount)})`),
            folderCount > shownMax && words.moreFolders(count(folderCount - shownMax)),
          ]}
        />
      )}
      {unreadableCount > 0 && (
        <span className="text-warn">{words.unreadable(unreadableCount, count(unreadableCount))}</span>
      )}
    </output>
  );
}

const yearOf = (instant: string | null) => (instant === null ? null : String(new Date(instant).getUTCFullYear()));
