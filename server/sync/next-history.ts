import type { FolderRow } from "#db/queries/sync/folders";
import type { FolderRole } from "#lib/contracts/vocabulary";

export type HistoryStep = {
  folderId: number;
  /** Down to this UID for now. */
  until: number;
};

/** What is known of a folder's history: UIDs still to bring, ascending, and where the last days begin. */
export type Backlog = { backlog: number[] | null; recentFrom: number | null };

/** Sent before the rest, for threads need it; what is thrown away comes last. */
const order: FolderRole[] = ["inbox", "sent", "drafts", "archive", "none", "all", "trash", "junk"];

export function inRoleOrder<T extends Pick<FolderRow, "role" | "path">>(folders: readonly T[]): T[] {
  return [...folders].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || (a.path < b.path ? -1 : 1));
}

/** Whose history comes next: the last days of INBOX, those of Sent, then folder by folder. */
export function nextHistory(
  folders: readonly Pick<FolderRow, "id" | "role" | "path">[],
  backlogOf: (folderId: number) => Backlog,
): HistoryStep | null {
  const waiting = inRoleOrder(folders).filter((folder) => (backlogOf(folder.id).backlog?.length ?? 0) > 0);
  for (const role of ["inbox", "sent"] as const) {
    for (const folder of waiting.filter((one) => one.role === role)) {
      const { backlog, recentFrom } = backlogOf(folder.id);
      if (recentFrom !== null && (backlog?.at(-1) ?? 0) >= recentFrom)
        return { folderId: folder.id, until: recentFrom };
    }
  }
  const [first] = waiting;
  return first ? { folderId: first.id, until: 1 } : null;
}
