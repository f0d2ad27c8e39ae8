import { findAccountRow } from "#db/queries/accounts/accounts";
import { findFolderRow } from "#db/queries/accounts/folders";
import type { Folder } from "#lib/contracts/account";
import type { Agent } from "#server/auth/agent";
import { AppError } from "#server/errors";
import { store } from "#server/store";
import { presentFolder } from "./present-folder.ts";

export async function getFolder(agent: Agent, folderId: number): Promise<Folder> {
  const folder = await findFolderRow(store().read, folderId);
  const account = folder && (await findAccountRow(store().read, agent, folder.accountId));
  if (!account) throw new AppError("not_found", "There is no such folder.");
  return presentFolder(folder);
}
