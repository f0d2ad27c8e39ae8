import { ImapError } from "#server/imap/errors";
import type { FolderStatus, ImapSession, RemoteFolder } from "#server/imap/session";

/**
 * The folders with their status. Of the folder that is selected a server tells what this session has last seen of it and may never look
 * again (Dovecot; RFC 3501 §6.3.10 calls it unwise), so that one is left first, and a session at rest has none selected.
 */
export async function listFresh(session: ImapSession): Promise<RemoteFolder[]> {
  if (session.selectedPath !== null && !(await session.unselect())) await refreshSelected(session);
  return session.listFolders();
}

export async function statusFresh(session: ImapSession, path: string): Promise<FolderStatus> {
  if (session.selectedPath === path) await refreshSelected(session);
  return session.status(path);
}

async function refreshSelected(session: ImapSession): Promise<void> {
  if (session.selectedPath === null) return;
  try {
    await session.select(session.selectedPath);
  } catch (error) {
    // Renamed or deleted: the list will tell.
    if (!(error instanceof ImapError) || error.kind !== "folder") throw error;
  }
}
