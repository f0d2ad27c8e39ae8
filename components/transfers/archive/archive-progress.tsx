"use client";

import { formatBytes } from "#lib/bytes";
import type { Archive } from "#lib/contracts/archive";
import { useStrings } from "../../language/use-strings.ts";
import { formatCount } from "../../settings/format-count.ts";
import { Progress } from "../../ui/progress.tsx";

/** `8,120 of 12,431 kept, 1.2 GB`; nothing where nothing is to be kept and nothing was. */
export function ArchiveProgress({ archive, name }: { archive: Archive; name: string }) {
  const strings = useStrings();
  const words = strings.transfers.archive;
  const { keptCount, totalCount, keptBytes, deletedCount, deletedBytes } = archive;
  const isChosen = archive.folders.some((folder) => folder.archived);
  const size = (bytes: number) => formatBytes(bytes, strings.locale);
  if (!isChosen && deletedCount === 0) return null;
  return (
    <div className="flex flex-col gap-1.5 border-t border-line pt-3 text-xs text-ink-2 tabular-nums">
      {isChosen && (
        <>
          <p>{words.progress(formatCount(strings, keptCount), formatCount(strings, totalCount), size(keptBytes))}</p>
          {keptCount < totalCount && <Progress label={words.progressLabel(name)} done={keptCount} total={totalCount} />}
        </>
      )}
      {deletedCount > 0 && <p>{words.deleted(deletedCount, formatCount(strings, deletedCount), size(deletedBytes))}</p>}
    </div>
  );
}
