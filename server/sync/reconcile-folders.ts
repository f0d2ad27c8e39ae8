import { livePlacements, setMissing } from "#db/queries/sync/placements";
import {
  deleteFolder,
  folderById,
  foldersOf,
  insertFolder,
  updateFolder,
  type FolderPatch,
  type FolderRow,
} from "#db/queries/sync/folders";
import { hasUnsettledActs, hasUnsettledLabels } from "#db/queries/labels/label-folders";
import { hasUnsettledWrites } from "#db/queries/outbox/unsettled-writes";
import { refreshConversations } from "#db/queries/refresh-conversations";
import type { FolderRole } from "#lib/contracts/vocabulary";
import { assignRoles, type AssignedRole } from "#lib/mail/folder-role";
import { mailFolders } from "#lib/mail/mail-folders";
import { now } from "#server/clock";
import { commit } from "#server/events/commit";
import type { RemoteFolder } from "#server/imap/session";
import { store } from "#server/store";
import { chooseLabelling, type ChosenLabelling, type FolderModeReason } from "./labels/choose-labelling.ts";
import { labelPatch } from "./labels/label-patch.ts";
import { changeLabelling, relabel } from "./labels/relabel.ts";
import { recountConversations } from "./recount-conversations.ts";
import { matchFolders, type FolderMatch, type StoredFolder } from "./match-folders.ts";
import { withoutPending } from "./pending-folders.ts";
import type { SyncContext } from "./sync-context.ts";

const chunkMax = 500;

/** `folderModeReason`: why an account of Gmail's is synced folder by folder; `isPassing`: it will not be for long. */
export type Reconciled = { folders: FolderRow[]; folderModeReason: FolderModeReason | null; isPassing: boolean };

/**
 * Makes the stored folders those that the server lists. One that is missing for the first time is only left alone; its mail goes when a
 * second list does not have it either, for a list is sometimes cut short.
 */
export async function reconcileFolders(context: SyncContext, everything: RemoteFolder[]): Promise<Reconciled> {
  const { account } = context;
  const all = await foldersOf(store().read, account.id);
  const { before, remote } = withoutPending(all, everything);
  const labelling = labellingOf(context, before, remote);
  const holding = new Set(mailFolders(account.provider, remote));
  const listed = remote.filter((one) => holding.has(one) || labelling.of(one).label !== null);
  const match = withoutHeld(context, matchFolders(before, listed), before);
  for (const folder of match.deleted) await removeFolder(context, folder);
  const deleted = new Set(match.deleted.map((folder) => folder.id));
  const stored = before.filter((folder) => !deleted.has(folder.id));
  const isHeld = hasUnsettledWrites(store().read, account.id);
  const roles = isHeld ? heldRoles(stored, match, listed, labelling) : rolesOf(stored, match, listed, labelling);
  const changes = [...match.known, ...match.renamed].flatMap(({ stored: { id }, remote }) => {
    const row = stored.find((one) => one.id === id);
    if (!row) return [];
    const labels = labelPatch(row, labelling.of(remote), remote);
    const patch = { ...placeOf(remote), ...roles.get(remote.path), ...labels, missingSince: null };
    return isUnchanged(row, patch) ? [] : [{ row, patch }];
  });
  const created = match.created.map((remote) => ({ remote, labels: labelPatch(null, labelling.of(remote), remote) }));
  const { reason: folderModeReason, isPassing } = labelling;
  if (match.lost.length + changes.length + created.length === 0) {
    if (match.deleted.length === 0) return { folders: all, folderModeReason, isPassing };
    await relabel(context, before, stored, match.deleted);
    return { folders: await foldersOf(store().read, account.id), folderModeReason, isPassing };
  }
  await commit(async (tx, tell) => {
    for (const folder of match.lost) await updateFolder(tx, folder.id, { missingSince: now() });
    const renamed = changes.filter(({ row, patch }) => row.path !== patch.path);
    // Two may have changed names with each other, and no two may have one name.
    for (const { row } of renamed) await updateFolder(tx, row.id, { path: `\0${row.id}` });
    for (const { row, patch } of changes) {
      const again = renamed.some((one) => one.row === row) ? { failureCount: 0, parkedUntil: null } : {};
      await updateFolder(tx, row.id, { ...patch, ...again });
      await changeLabelling(tx, row, patch);
      context.teller.folder(tell, row.id);
    }
    for (const { remote, labels } of created) {
      const role = roles.get(remote.path);
      if (!role) continue;
      const made = { accountId: account.id, createdAt: now(), ...placeOf(remote), ...role, ...labels };
      context.teller.folder(tell, (await insertFolder(tx, made)).id);
    }
  });
  for (const { row, patch } of changes) if (row.role !== patch.role) await recountConversations(context, row.id);
  const after = await foldersOf(store().read, account.id);
  const known = new Set(before.map((folder) => folder.id));
  const isPending = (folder: FolderRow) => folder.pendingAct !== null && !known.has(folder.id);
  await relabel(
    context,
    before,
    after.filter((folder) => !isPending(folder)),
    match.deleted,
  );
  return { folders: await foldersOf(store().read, account.id), folderModeReason, isPassing };
}

function labellingOf(context: SyncContext, before: FolderRow[], listed: RemoteFolder[]): ChosenLabelling {
  const { account, capabilities, labels } = context;
  const chosen = chooseLabelling(before, listed, {
    isGmail: capabilities.gmail,
    wantsAll: account.historySince === null,
    isBusy: capabilities.gmail && hasUnsettledActs(store().read, account.id),
    isShort: labels.isShort,
  });
  // What is no limit is no proof of one later.
  if (chosen.reason !== "all-mail-limited") labels.isShort = false;
  return chosen;
}

/**
 * All Mail that Gmail no longer shows stays until everything was read folder by folder, and what was wished for its mail was done or given
 * up: its mail is out of sight at no time.
 */
function withoutHeld({ account }: SyncContext, match: FolderMatch, stored: FolderRow[]): FolderMatch {
  if (!stored.some((folder) => folder.holdsLabels)) return match;
  const isBusy = hasUnsettledActs(store().read, account.id) || hasUnsettledLabels(store().read, account.id);
  const isRead = !isBusy && stored.every((folder) => folder.holdsLabels || !folder.selectable || (folder.label === null && folder.backfillDone)); // prettier-ignore
  const held = new Set(stored.filter((folder) => folder.holdsLabels && !isRead).map((folder) => folder.id));
  return { ...match, deleted: match.deleted.filter((folder) => !held.has(folder.id)) };
}

function rolesOf(
  stored: FolderRow[],
  match: FolderMatch,
  listed: RemoteFolder[],
  labelling: ChosenLabelling,
): Map<string, AssignedRole> {
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
      label: labelling.of(remote).label,
      activity: remote.status?.uidNext ?? remote.status?.messageCount ?? 0,
      isHeld: !isNews && held.has(remote.path),
    })),
    userRoles,
  );
}

/** While something is on its way to a folder because of its role, every folder keeps its own; a new one takes only what nobody has. */
function heldRoles(
  stored: FolderRow[],
  match: FolderMatch,
  listed: RemoteFolder[],
  labelling: ChosenLabelling,
): Map<string, AssignedRole> {
  const roles = rolesOf(stored, match, listed, labelling);
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

function placeOf({ path, name, delimiter, selectable, subscribed }: RemoteFolder) {
  const told = subscribed === undefined ? {} : { subscribed };
  return { path, name, delimiter, selectable, pendingAct: null, ...told };
}

function isUnchanged(row: FolderRow, patch: FolderPatch): boolean {
  return Object.entries(patch).every(([name, value]) => Reflect.get(row, name) === value);
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
