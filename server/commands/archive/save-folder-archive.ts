import { findFolderRow } from "#db/queries/accounts/folders";
import { setFolderArchive } from "#db/queries/transfers/archive";
import type { FolderArchive } from "#lib/contracts/archive";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";
import { requireServer, requireVisibleAccount } from "../accounts/require-account.ts";

export async function saveFolderArchive(agent: Agent, folderId: number, archive: FolderArchive): Promise<void> {
  await commit(async (tx, changed) => {
    const folder = await findFolderRow(tx, folderId);
    if (!folder) throw new AppError("not_found", "There is no such folder.");
    const account = await requireVisibleAccount(tx, agent, folder.accountId);
    requireServer(account);
    if (folder.label !== null)
      throw new AppError("conflict", "A label’s mail lies in another folder. Choose that one.");
    await setFolderArchive(tx, folderId, archive === "as-account" ? null : archive === "kept");
    changed({ type: "account.changed", accountId: account.id, inboxIds: [account.inboxId] });
  });
}
