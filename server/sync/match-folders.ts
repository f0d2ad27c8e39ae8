import type { FolderRow } from "#db/queries/sync/folders";
import type { RemoteFolder } from "#server/imap/session";

export type StoredFolder = Pick<
  FolderRow,
  "id" | "path" | "selectable" | "uidValidity" | "uidNext" | "serverCount" | "missingSince"
>;

export type FolderMatch = {
  known: { stored: StoredFolder; remote: RemoteFolder }[];
  renamed: { stored: StoredFolder; remote: RemoteFolder }[];
  created: RemoteFolder[];
  /** Listed before and not now, or no longer to be opened: for the first time. */
  lost: StoredFolder[];
  /** And for the second time. */
  deleted: StoredFolder[];
};

/**
 * Compares the folders stored with those a server lists. A folder that is gone while a new one has its UIDVALIDITY, its UIDNEXT and its
 * number of messages was renamed; without such proof it is another one, whose mail is recognised by identity when it is read.
 */
export function matchFolders(stored: StoredFolder[], listed: RemoteFolder[]): FolderMatch {
  const byPath = new Map(listed.map((remote) => [remote.path, remote]));
  const known: FolderMatch["known"] = [];
  const absent: StoredFolder[] = [];
  for (const folder of stored) {
    const remote = byPath.get(folder.path);
    if (remote && (remote.selectable || !folder.selectable)) known.push({ stored: folder, remote });
    else absent.push(folder);
  }
  const storedPaths = new Set(stored.map((folder) => folder.path));
  const fresh = listed.filter((remote) => !storedPaths.has(remote.path));
  const renamed = absent.flatMap((folder) => {
    const candidates = fresh.filter((remote) => isSameFolder(folder, remote));
    const rivals = absent.filter((other) => candidates[0] && isSameFolder(other, candidates[0]));
    const [remote] = candidates;
    return remote && candidates.length === 1 && rivals.length === 1 ? [{ stored: folder, remote }] : [];
  });
  const isRenamed = (folder: StoredFolder) => renamed.some((pair) => pair.stored === folder);
  const gone = absent.filter((folder) => !isRenamed(folder));
  return {
    known,
    renamed,
    created: fresh.filter((remote) => !renamed.some((pair) => pair.remote === remote)),
    lost: gone.filter((folder) => folder.missingSince === null),
    deleted: gone.filter((folder) => folder.missingSince !== null),
  };
}

function isSameFolder(stored: StoredFolder, { status, selectable }: RemoteFolder): boolean {
  if (!selectable || !status || stored.uidValidity === null || stored.uidNext === null) return false;
  return (
    status.uidValidity === stored.uidValidity &&
    status.uidNext === stored.uidNext &&
    status.messageCount === stored.serverCount
  );
}
