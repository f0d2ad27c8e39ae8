import { findAccountRow } from "#db/queries/accounts/accounts";
import { listFolderRows } from "#db/queries/accounts/folders";
import type { Folder } from "#lib/contracts/account";
import type { Page } from "#lib/contracts/paging";
import type { Agent } from "#server/auth/agent";
import { AppError } from "#server/errors";
import { store } from "#server/store";
import { presentFolder } from "./present-folder.ts";

/** The folder map of an account, by path. */
export async function listFolders(agent: Agent, accountId: number): Promise<Page<Folder>> {
  const account = await findAccountRow(store().read, agent, accountId);
  if (!account) throw new AppError("not_found", "There is no such account.");
  const rows = await listFolderRows(store().read, accountId);
  const shown = rows.filter((row) => row.pendingAct !== "delete" && !(row.label !== null && row.missingSince !== null));
  return { items: shown.map(presentFolder), nextCursor: null };
}
