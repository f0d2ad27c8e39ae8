import { findAccountRow } from "#db/queries/accounts/accounts";
import { findFolderRow } from "#db/queries/accounts/folders";
import { deleteFolder } from "#db/queries/sync/folders";
import type { Agent } from "#server/auth/agent";
import { commit } from "#server/events/commit";

/** Forgets a folder that the server never made. */
export async function forgetFolder(agent: Agent, folderId: number): Promise<void> {
  await commit(async (tx, changed) => {
    const folder = await findFolderRow(tx, folderId);
    const account = folder && (await findAccountRow(tx, agent, folder.accountId));
    if (folder?.pendingAct !== "create" || !account) return;
    await deleteFolder(tx, folderId);
    changed({ type: "folder.changed", folderId, accountId: account.id, inboxIds: [account.inboxId] });
  });
}
