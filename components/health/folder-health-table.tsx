"use client";

import type { FolderHealth } from "#lib/contracts/sync-health";
import type { FolderRole } from "#lib/contracts/vocabulary";
import { useStrings } from "../language/use-strings.ts";
import { SettingsSection } from "../settings/settings-section.tsx";
import { Table, TableHead } from "../ui/table.tsx";
import { FolderHealthRow } from "./folder-health-row.tsx";
import { narrowColumn } from "./narrow-column.ts";

const order: FolderRole[] = ["inbox", "sent", "drafts", "archive", "junk", "trash", "all", "none"];

/** What each folder holds here and there, and what the last comparison found. */
export function FolderHealthTable({ folders }: { folders: FolderHealth[] }) {
  const words = useStrings().health.folders;
  const sorted = folders.toSorted(
    (a, b) => order.indexOf(a.role) - order.indexOf(b.role) || a.path.localeCompare(b.path, "en"),
  );
  return (
    <SettingsSection title={words.title}>
      {folders.length === 0 ? (
        <p className="text-ink-3">{words.none}</p>
      ) : (
        <Table className="max-pair:table-fixed">
          <thead>
            <tr>
              <TableHead className="max-pair:w-[36%] max-pair:px-3">{words.columns.path}</TableHead>
              <TableHead className={narrowColumn}>{words.columns.uidValidity}</TableHead>
              <TableHead className={narrowColumn}>{words.columns.server}</TableHead>
              <TableHead className="text-right max-pair:w-[24%] max-pair:px-1">{words.columns.stored}</TableHead>
              <TableHead className="max-pair:px-3 max-pair:whitespace-normal">{words.columns.compared}</TableHead>
            </tr>
          </thead>
          <tbody>
            {sorted.map((folder) => (
              <FolderHealthRow key={folder.folderId} folder={folder} />
            ))}
          </tbody>
        </Table>
      )}
    </SettingsSection>
  );
}
