import { conversationsInFolder, livePlacements, setMissing } from "#db/queries/sync/placements";
import {
  deleteFolder,
  folderById,
  foldersOf,
  insertFolder,
  updateFolder,
  type FolderRow,
} from "#db/queries/sync/folders";
import { hasUnsettledWrites } from "#db/queries/outbox/unsettled-writes";
import { refreshConversations } from "#db/queries/refresh-conversations";
import type { FolderRole } from "#lib/contracts/vocabulary";
import { assignRoles, type AssignedRole } from "#lib/mail/folder-role";
import { mailFolders } from "#lib/mail/mail-folders";
import { now } from "#server/clock";
import { commit } from "#server/events/commit";
import type { RemoteFolder } from "#server/imap/session";
import { store } from "#server/store";
import { matchFolders, type FolderMatch, type StoredFolder } from "./match-folders.ts";
import type { SyncContext } from "./sync-context.ts";

const chunkMax = 500;

/**
 * Makes the stored folders those that the server lists. One that is missing for the first time is only left alone; its mail goes when a
 * second list does not have it either, for a list is sometimes cut short.
 */
export async function reconcileFolders(context: SyncContext, everything: RemoteFolder[]): Promise<FolderRow[]> {
  const { account } = context;
  const listed = mailFolders(account.provider, everything);
  const before = await foldersOf(store().read, account.id);
  const match = matchFolders(before, listed);
  for (const folder of match.deleted) await removeFolder(context, folder);
  const stored = match.deleted.length > 0 ? await foldersOf(store().read, account.id) : before;
  const isHeld = hasUnsettledWrites(store().read, account.id);
  const roles = isHeld ? heldRoles(stored, match, listed) : rolesOf(stored, match, listed);
  const changes = [...match.known, ...match.renamed].flatMap(({ stored: { id }, remote }) => {
    const row = stored.find((one) => one.id === id);
    const patch = { ...placeOf(remote), ...roles.get(remote.path), missingSince: null };
    return row && !isUnchanged(row, patch) ? [{ row, patch }] : [];
  });
  if (match.lost.length + changes.length + match.created.length === 0) return stored;
  await commit(async (tx, tell) => {
    for (const folder of match.lost) await updateFolder(tx, folder.id, { missingSince: now() });
    const renamed = changes.filter(({ row, patch }) => row.path !== patch.path);
    // Two may have changed names with each other, and no two may have one name.
    for (const { row } of renamed) await updateFolder(tx, row.id, { path: `\0${row.id}` });
    for (const { row, patch } of changes) {
      const again = renamed.some((one) => one.row === row) ? { failureCount: 0, parkedUntil: null } : {};
      await updateFolder(tx, row.id, { ...patch, ...again });
      context.teller.folder(tell, row.id);
    }
    for (const remote of match.created) {
      const role = roles.get(remote.path);
      if (!role) continue;
      const made = { accountId: account.id, createdAt: now(), ...placeOf(remote), ...role };
      context.teller.folder(tell, (await insertFolder(tx, made)).id);
    }
  });
  for (const { row, patch } of changes) if (row.role !== patch.role) await recountConversations(context, row.id);
  return foldersOf(store().read, account.id);
}

function rolesOf(stored: FolderRow[], match: FolderMatch, listed: RemoteFolder[]): Map<string, AssignedRole> {
  const pathNow = new Map(match.renamed.map((pair) => [pair.stored.id, pair.remote.path]));
  const userRoles = new Map<string, FolderRole>();
  const held = new Map<string, FolderRow>();
  for (const folder of stored) {
    const path = pathNow.get(folder.id) ?? folder.path;
    if (folder.roleSource === "user") userRoles.set(path, folder.role);
    if (folder.isPrimary) held.set(path, folder);
  }
  // Counts decide between folders that claim one role, and must not make it wander while mail moves.
  const isNews = match.created.length + match.renamed.length + match.deleted.length + match.lost.length > 0;
  return assignRoles(
    listed.map((remote) => ({
      ...remote,
      activity: remote.status?.uidNext ?? remote.status?.messageCount ?? 0,
      isHeld: !isNews && held.has(remote.path),
    })),
    userRoles,
  );
}

/** While something is on its way to a folder because of its role, every folder keeps its own; a new one takes only what nobody has. */
function heldRoles(stored: FolderRow[], match: FolderMatch, listed: RemoteFolder[]): Map<string, AssignedRole> {
  const roles = rolesOf(stored, match, listed);
  const taken = new Set(stored.filter((folder) => folder.isPrimary).map((folder) => folder.role));
  for (const remote of match.created) {
    const assigned = roles.get(remote.path);
    if (assigned) assigned.isPrimary &&= !taken.has(assigned.role);
  }
  for (const { stored: place, remote } of [...match.known, ...match.renamed]) {
    const row = stored.find((one) => one.id === place.id);
    if (row) roles.set(remote.path, { role: row.role, roleSource: row.roleSource, isPrimary: row.isPrimary });
  }
  return roles;
}

function placeOf({ path, name, delimiter, selectable }: RemoteFolder) {
  return { path, name, delimiter, selectable };
}

function isUnchanged(row: FolderRow, patch: Partial<FolderRow>): boolean {
  const names = ["path", "name", "delimiter", "selectable", "role", "roleSource", "isPrimary", "missingSince"] as const;
  return names.every((name) => !(name in patch) || row[name] === patch[name]);
}

/** Its messages stay, in case they lie elsewhere now; what was only here goes out of sight. */
async function removeFolder(context: SyncContext, folder: StoredFolder): Promise<void> {
  let count = chunkMax;
  while (count === chunkMax) {
    count = await commit(async (tx, tell) => {
      const rows = await livePlacements(tx, folder.id, chunkMax);
      await setMissing(
        tx,
        rows.map((row) => row.id),
        now(),
      );
      const conversationIds = [...new Set(rows.map((row) => row.conversationId))];
      context.teller.conversations(tell, await refreshConversations(tx, conversationIds), false);
      return rows.length;
    });
  }
  await commit(async (tx, tell) => {
    if (await folderById(tx, folder.id)) await deleteFolder(tx, folder.id);
    context.teller.folder(tell, folder.id);
    context.teller.account(tell);
  });
  context.memory.delete(folder.id);
}

/** Another role shows its conversations in other views. */
async function recountConversations(context: SyncContext, folderId: number): Promise<void> {
  let after = 0;
  for (;;) {
    const ids = await conversationsInFolder(store().read, folderId, after, chunkMax);
    if (ids.length === 0) return;
    await commit(async (tx, tell) => {
      context.teller.conversations(tell, await refreshConversations(tx, ids), true);
    });
    after = ids.at(-1) ?? after;
  }
}
