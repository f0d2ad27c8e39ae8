import { folderById, updateFolder, type FolderRow } from "#db/queries/sync/folders";
import { commit } from "#server/events/commit";
import type { Priority } from "#server/imap/account-sessions";
import type { ImapSession, SelectedFolder } from "#server/imap/session";
import { store } from "#server/store";
import { isNewUidValidity } from "./plan.ts";
import { holdsSameMessages } from "./same-messages.ts";
import type { SyncContext } from "./sync-context.ts";

/** The folder's UIDs mean something else now (RFC 3501 §2.3.1.1): whatever was under way has to be begun anew. */
export class UidValidityChanged extends Error {
  constructor() {
    super("The server has given the folder a new UIDVALIDITY.");
    this.name = "UidValidityChanged";
  }
}

/** Somebody removed the folder, or its account, while it was being worked on. */
export class FolderGone extends Error {
  constructor() {
    super("The folder is no longer here.");
    this.name = "FolderGone";
  }
}

type Told = Pick<SelectedFolder, "uidValidity">;

type Work<T> = (session: ImapSession, folder: FolderRow) => Promise<T>;

/**
 * Runs `work` alone on the account's connection with the folder selected, and with its row as it is now. Work that commits before it
 * returns cannot be overtaken by an agent's act on the same account.
 * @throws UidValidityChanged
 */
export function withFolder<T>(context: SyncContext, folderId: number, priority: Priority, work: Work<T>): Promise<T> {
  return withFolderRow(context, folderId, priority, async (session, folder) => {
    if (session.selectedPath !== folder.path) await session.select(folder.path);
    // Whoever had it selected before may have been told of another one than the store knows.
    const selected = { uidValidity: session.selectedUidValidity };
    checkUidValidity(folder, selected);
    await checkFirstUidValidity(session, folder, selected);
    if (isFirstTold(folder, selected)) await commit((tx) => updateFolder(tx, folder.id, selected));
    return work(session, folder);
  });
}

/** The same, for work that selects the folder itself. */
export function withFolderRow<T>(
  context: SyncContext,
  folderId: number,
  priority: Priority,
  work: Work<T>,
): Promise<T> {
  return context.sessions.run(context.account.id, priority, async (session) => {
    context.signal.throwIfAborted();
    const folder = await folderById(store().read, folderId);
    if (!folder) throw new FolderGone();
    return work(session, folder);
  });
}

/** @throws UidValidityChanged */
export function checkUidValidity(folder: FolderRow, selected: Told): void {
  if (isNewUidValidity(folder.uidValidity, selected.uidValidity)) throw new UidValidityChanged();
}

/**
 * Read under no UIDVALIDITY, for the server did not say it then: what is stored may be of another one than the first that it names.
 * @throws UidValidityChanged
 */
export async function checkFirstUidValidity(session: ImapSession, folder: FolderRow, selected: Told): Promise<void> {
  if (isFirstTold(folder, selected) && !(await holdsSameMessages(session, folder))) throw new UidValidityChanged();
}

function isFirstTold(folder: FolderRow, { uidValidity }: Told): boolean {
  return folder.uidValidity === null && uidValidity !== 0n && folder.storedCount > 0;
}
