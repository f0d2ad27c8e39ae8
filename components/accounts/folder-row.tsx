"use client";

import { TriangleAlert } from "lucide-react";
import type { Account, Folder } from "#lib/contracts/account";
import { FolderMenu } from "../folders/folder-menu.tsx";
import { useStrings } from "../language/use-strings.ts";
import { formatCount } from "../settings/format-count.ts";
import { Badge } from "../ui/badge.tsx";
import { Progress } from "../ui/progress.tsx";
import { TableCell, TableRow } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import { Tooltip } from "../ui/tooltip.tsx";
import { FolderRoleMenu } from "./folder-role-menu.tsx";
import { sourceWords } from "./folder-words.ts";

export type FolderRowProps = { folder: Folder; account: Account };

export function FolderRow({ folder, account }: FolderRowProps) {
  const strings = useStrings();
  const words = strings.accounts;
  return (
    <TableRow>
      <TableCell className="min-w-32 [overflow-wrap:anywhere] max-pair:px-3">
        <span className="flex items-center gap-1">
          {folder.path}
          {account.mode === "two-way" && <FolderMenu account={account} folder={folder} className="size-6" />}
        </span>
        {folder.actFailure !== "" && (
          <span className="block text-xs text-bad">
            {strings.folders.failed(strings.common.reason(folder.actFailure))}
          </span>
        )}
        <Parked folder={folder} />
      </TableCell>
      <TableCell className="py-1.5 max-pair:px-1">
        {folder.selectable ? (
          <FolderRoleMenu folder={folder} isDisabled={!account.canChange} />
        ) : (
          <span className="text-ink-3">{words.notSelectable}</span>
        )}
      </TableCell>
      <TableCell className="max-pair:hidden">{sourceWords(strings, folder)}</TableCell>
      <TableCell className="text-right max-pair:hidden">
        {folder.selectable && formatCount(strings, folder.serverCount)}
      </TableCell>
      <TableCell className="text-right max-pair:px-3">
        <Stored folder={folder} isComing={account.state === "syncing"} />
      </TableCell>
    </TableRow>
  );
}

/** How much of it is here; while history comes in, how far that is. */
function Stored({ folder, isComing }: { folder: Folder; isComing: boolean }) {
  const strings = useStrings();
  const words = strings.accounts;
  const { path, selectable, storedCount, serverCount, quarantinedCount, backfillDone } = folder;
  if (!selectable) return null;
  return (
    <span className="inline-flex min-w-14 flex-col items-end gap-1">
      <span>
        {quarantinedCount > 0 && (
          <Tooltip label={words.quarantinedHint}>
            <button type="button" className="mr-2 rounded-sm">
              <Badge tone="warn">{words.quarantined(quarantinedCount)}</Badge>
            </button>
          </Tooltip>
        )}
        {formatCount(strings, storedCount)}
      </span>
      {isComing && !backfillDone && (
        <Progress label={words.folderProgress(path)} done={storedCount} total={serverCount} className="w-14" />
      )}
    </span>
  );
}

/** A folder that keeps failing rests for a while, so that the others go on. */
function Parked({ folder: { parkedUntil, failureDetail } }: { folder: Folder }) {
  const strings = useStrings();
  const words = strings.accounts;
  if (parkedUntil === null && failureDetail === "") return null;
  return (
    <span className="mt-0.5 flex gap-1.5 text-xs text-ink-2">
      <TriangleAlert aria-hidden className="mt-0.5 size-3! text-warn" />
      <span>
        {parkedUntil !== null && `${words.parked}: `}
        {strings.health.reason(failureDetail)}
        {parkedUntil !== null && (
          <>
            {" "}
            {words.parkedUntil} <Time instant={parkedUntil} isWithin form="full" />.
          </>
        )}
      </span>
    </span>
  );
}
