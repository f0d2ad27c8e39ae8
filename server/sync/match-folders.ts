import type { FolderRow } from "#db/queries/sync/folders";
import type { RemoteFolder } from "#server/imap/session";

export type StoredFolder = Pick<
  FolderRow,
  "id" | "path" | "selectable" | "mailboxId" | "uidValidity" | "uidNext" | "serverCount" | "missingSince"
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
 * Compares the folders stored with those a server lists. A folder that is listed elsewhere by its own MAILBOXID (RFC 8474), or that is
 * gone while a new one has its UIDVALIDITY, its UIDNEXT and its number of messages, was renamed; without such proof it is another one,
 * whose mail is recognised by identity when it is read.
 */
export function matchFolders(stored: StoredFolder[], listed: RemoteFolder[]): FolderMatch {
  const byPath = new Map(listed.map((remote) => [remote.path, remote]));
  const listedIds = new Set(listed.map((remote) => remote.mailboxId).filter((id) => id !== null));
  const known: FolderMatch["known"] = [];
  const absent: StoredFolder[] = [];
  for (const folder of stored) {
    const remote = byPath.get(folder.path);
    const isHere = remote && (remote.selectable || !folder.selectable) && !isElsewhere(folder, remote, listedIds);
    if (isHere) known.push({ stored: folder, remote });
    else absent.push(folder);
  }
  const knownPaths = new Set(known.map(({ stored: folder }) => folder.path));
  const fresh = listed.filter((remote) => !knownPaths.has(remote.path) && isNewcomer(remote, absent));
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

/** Whether two folders have changed names: another one lies at its path, and itself is listed somewhere else. */
function isElsewhere(stored: StoredFolder, remote: RemoteFolder, listedIds: ReadonlySet<string>): boolean {
  const { mailboxId } = stored;
  if (mailboxId === null || remote.mailboxId === null) return false;
  return mailboxId !== remote.mailboxId && listedIds.has(mailboxId);
}

/** A container that took the place of a folder of the same name is no new folder. */
function isNewcomer(remote: RemoteFolder, absent: readonly StoredFolder[]): boolean {
  return remote.selectable || !absent.some((folder) => folder.path === remote.path);
}

function isSameFolder(stored: StoredFolder, { status, selectable, mailboxId }: RemoteFolder): boolean {
  if (selectable && stored.mailboxId !== null && mailboxId !== null) return stored.mailboxId === mailboxId;
  if (!selectable || !status || stored.uidValidity === null || stored.uidNext === null) return false;
  return (
    status.uidValidity === stored.uidValidity &&
    status.uidNext === stored.uidNext &&
    status.messageCount === stored.serverCount
  );
}
