import { raiseSettingsVersion, updateAccount } from "#db/queries/accounts/accounts";
import { findFolderRow, listFolderRows, updateFolderPart, type FolderRow } from "#db/queries/accounts/folders";
import type { ChangeFolder } from "#lib/contracts/account";
import type { FolderRole } from "#lib/contracts/vocabulary";
import { namespaceOf } from "#lib/mail/folder-path";
import { assignRoles } from "#lib/mail/folder-role";
import type { Agent } from "#server/auth/agent";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";
import { recountAccount } from "../accounts/recount-account.ts";
import { requireChangeableAccount } from "../accounts/require-account.ts";
import { renameFolder } from "./rename-folder.ts";
import { subscribeFolder } from "./subscribe-folder.ts";

/** Its role, its name and place, whether other programs show it: whatever is named. */
export async function changeFolder(agent: Agent, folderId: number, change: ChangeFolder): Promise<void> {
  const { role, name, parentId, subscribed } = change;
  if (role !== undefined) await giveRole(agent, folderId, role);
  if (name !== undefined || parentId !== undefined) await renameFolder(agent, folderId, { name, parentId });
  if (subscribed !== undefined) await subscribeFolder(agent, folderId, subscribed);
}

/** Null gives the choice back to the server and the names. */
async function giveRole(agent: Agent, folderId: number, role: FolderRole | null): Promise<void> {
  const accountId = await commit(async (tx, changed) => {
    const folder = await findFolderRow(tx, folderId);
    if (!folder) throw new AppError("not_found", "There is no such folder.");
    const account = await requireChangeableAccount(tx, agent, folder.accountId);
    const all = await listFolderRows(tx, account.id);
    for (const { id, ...part } of changedParts(all, folder, role)) {
      await updateFolderPart(tx, id, part);
      changed({ type: "folder.changed", folderId: id, accountId: account.id, inboxIds: [account.inboxId] });
    }
    // The engine reads the server's own word again, which is not kept beside the user's.
    await raiseSettingsVersion(tx, account.id);
    await updateAccount(tx, account.id, { recountFrom: 0 });
    changed({ type: "account.changed", accountId: account.id, inboxIds: [account.inboxId] });
    return account.id;
  });
  await recountAccount(accountId);
}

function changedParts(all: FolderRow[], chosen: FolderRow, role: FolderRole | null) {
  const choices = all.flatMap((folder): [string, FolderRole][] => {
    if (folder.id === chosen.id) return role === null ? [] : [[folder.path, role]];
    return folder.roleSource === "user" ? [[folder.path, folder.role]] : [];
  });
  const { prefix: namespacePrefix } = namespaceOf(all);
  const known = all.map((folder) => ({
    ...folder,
    namespacePrefix,
    serverRole: folder.roleSource === "server" ? folder.role : null,
    activity: folder.uidNext ?? folder.serverCount,
    isHeld: folder.isPrimary,
  }));
  const parts = assignRoles(known, new Map(choices));
  return all.flatMap(({ id, ...was }) => {
    const is = parts.get(was.path);
    const isSame = is?.role === was.role && is.roleSource === was.roleSource && is.isPrimary === was.isPrimary;
    return is && !isSame ? [{ id, ...is }] : [];
  });
}
