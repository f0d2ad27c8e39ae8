import type { Db } from "#db/dialect/sqlite";
import type { AccountRow } from "#db/queries/accounts/accounts";
import { findFolderRow, type FolderRow } from "#db/queries/accounts/folders";
import type { Agent } from "#server/auth/agent";
import { AppError } from "#server/errors";
import { requireChangeableAccount } from "../accounts/require-account.ts";

/** A folder of an account that the agent may change, on which nothing else waits. */
export async function requireChangeableFolder(
  tx: Db,
  agent: Agent,
  folderId: number,
): Promise<{ folder: FolderRow; account: AccountRow }> {
  const folder = await findFolderRow(tx, folderId);
  if (!folder) throw new AppError("not_found", "There is no such folder.");
  const account = await requireChangeableAccount(tx, agent, folder.accountId);
  if (folder.pendingAct !== null && folder.actFailure === "")
    throw new AppError("conflict", "The mail server has not done yet what was last wished for this folder.");
  return { folder, account };
}

/** RFC 3501 §5.1: INBOX is no folder that can be renamed or deleted. */
export function refuseForInbox(folder: FolderRow): void {
  if (folder.path.toUpperCase() === "INBOX") throw new AppError("conflict", "The inbox itself stays as it is.");
}
