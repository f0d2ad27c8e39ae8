"use client";

import { TriangleAlert } from "lucide-react";
import { cn } from "#lib/cn";
import type { FolderHealth } from "#lib/contracts/sync-health";
import { useStrings } from "../language/use-strings.ts";
import { formatCount } from "../settings/format-count.ts";
import { Progress } from "../ui/progress.tsx";
import { TableCell, TableRow } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import { equalWords } from "./comparison-words.ts";
import { DifferenceList } from "./difference-list.tsx";
import { narrowColumn } from "./narrow-column.ts";

export function FolderHealthRow({ folder }: { folder: FolderHealth }) {
  const strings = useStrings();
  const words = strings.health.folders;
  const { path, uidValidity, serverCount, storedCount, quarantinedCount, backfillDone, failureDetail } = folder;
  const hasDifferences = folder.comparison?.state === "done" && folder.comparison.differences.length > 0;
  const setAside =
    quarantinedCount > 0 ? strings.health.setAside(quarantinedCount, formatCount(strings, quarantinedCount)) : null;
  return (
    <>
      <TableRow className={cn("align-top", hasDifferences && "border-0")}>
        <TableCell className="[overflow-wrap:anywhere] max-pair:px-3">
          {path}
          {!backfillDone && <span className="block text-xs text-ink-3">{words.history}</span>}
          {failureDetail !== "" && (
            <span className="mt-0.5 flex gap-1.5 text-xs text-ink-2">
              <TriangleAlert aria-hidden className="mt-0.5 size-3! text-warn" />
              {strings.health.reason(failureDetail)}
            </span>
          )}
          {setAside !== null && <span className="block text-xs text-ink-3 pair:hidden">{setAside}</span>}
          <span className="block text-xs whitespace-nowrap text-ink-3 pair:hidden">
            {words.columns.uidValidity} {uidValidity ?? "–"}
          </span>
        </TableCell>
        <TableCell className={narrowColumn}>{uidValidity ?? "–"}</TableCell>
        <TableCell className={narrowColumn}>{formatCount(strings, serverCount)}</TableCell>
        <TableCell className="text-right max-pair:px-1">
          {formatCount(strings, storedCount)}
          <span className="text-ink-3 pair:hidden"> / {formatCount(strings, serverCount)}</span>
          {setAside !== null && <span className="block text-xs text-ink-3 max-pair:hidden">{setAside}</span>}
        </TableCell>
        <TableCell className="max-pair:px-3">
          <Compared folder={folder} />
        </TableCell>
      </TableRow>
      {hasDifferences && folder.comparison && (
        <TableRow>
          <td colSpan={5} className="px-4 pb-2 max-pair:px-3">
            <DifferenceList comparison={folder.comparison} />
          </td>
        </TableRow>
      )}
    </>
  );
}

/** How far its comparison is; or what the last one found, and when. */
function Compared({ folder: { path, comparison, lastComparedAt } }: { folder: FolderHealth }) {
  const strings = useStrings();
  const words = strings.health.folders;
  if (comparison?.state === "running") {
    const { done, total } = comparison.progress;
    return (
      <>
        {words.running(formatCount(strings, done), formatCount(strings, total))}
        <Progress
          label={strings.health.comparison.progress(path)}
          done={done}
          total={total}
          className="mt-1 max-w-32"
        />
      </>
    );
  }
  if (comparison?.state === "wished") return <span className="text-ink-3">{words.waits}</span>;
  if (!comparison || comparison.endedAt === null) {
    if (lastComparedAt === null) return <span className="text-ink-3">{words.neverCompared}</span>;
    return (
      <span className="text-ink-3">
        {words.uidsOnly} <Time instant={lastComparedAt} isWithin form="full" />
      </span>
    );
  }
  const hasFailed = comparison.state === "failed";
  return (
    <>
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span>{hasFailed ? words.failed : equalWords(strings, comparison)}</span>
        <Time instant={comparison.endedAt} form="full" />
      </span>
      {comparison.detail !== "" && (
        <span className="block text-xs text-ink-2">{strings.common.reason(comparison.detail)}</span>
      )}
    </>
  );
}
