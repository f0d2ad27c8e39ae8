import type { FolderRow } from "#db/queries/sync/folders";
import type { RemoteFolder } from "#server/imap/session";

/**
 * What an agent has asked to be made, renamed or deleted is as it is here until that has been done. A folder that could not be made, and
 * is there all the same, is one like any other.
 */
export function withoutPending(
  all: FolderRow[],
  everything: RemoteFolder[],
): { before: FolderRow[]; remote: RemoteFolder[] } {
  const paths = new Set(everything.map((folder) => folder.path));
  const isPending = (folder: FolderRow) => folder.pendingAct !== null && !(folder.actFailure && paths.has(folder.path));
  const pending = all.filter(isPending);
  if (pending.length === 0) return { before: all, remote: everything };
  const taken = new Set(pending.flatMap((folder) => [folder.path, folder.pendingPath ?? folder.path]));
  return {
    before: all.filter((folder) => !isPending(folder)),
    remote: everything.filter((folder) => !taken.has(folder.path)),
  };
}
