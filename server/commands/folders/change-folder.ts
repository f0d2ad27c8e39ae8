import { raiseSettingsVersion, updateAccount } from "#db/queries/accounts/accounts";
import { findFolderRow, listFolderRows, updateFolderPart, type FolderRow } from "#db/queries/accounts/folders";
import type { FolderRole } from "#lib/contracts/vocabulary";
import { assignRoles } from "#lib/mail/folder-role";
import type { Agent } from "#server/auth/agent";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";
import { recountAccount } from "../accounts/recount-account.ts";
import { requireChangeableAccount } from "../accounts/require-account.ts";

/** Gives a folder the role that a person chose; null gives the choice back to the server and the names. */
export async function changeFolder(agent: Agent, folderId: number, role: FolderRole | null): Promise<void> {
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
  const namespacePrefix = namespacePrefixOf(all);
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

/** Courier and old Cyrus keep everything below INBOX: then `INBOX.` is no folder of anybody's choosing. */
function namespacePrefixOf(all: FolderRow[]): string {
  const others = all.filter((folder) => folder.path.toUpperCase() !== "INBOX");
  const prefix = `INBOX${others[0]?.delimiter ?? ""}`;
  return prefix.length > 5 && others.every((folder) => folder.path.startsWith(prefix)) ? prefix : "";
}
