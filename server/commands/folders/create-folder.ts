import { listFolderRows } from "#db/queries/accounts/folders";
import { labelsOfAccounts } from "#db/queries/labels/labels-of-account";
import { insertFolder } from "#db/queries/sync/folders";
import type { CreateFolder } from "#lib/contracts/account";
import type { Agent } from "#server/auth/agent";
import { now } from "#server/clock";
import { requireVisibleAccount } from "../accounts/require-account.ts";
import { forgetFolder } from "./forget-folder.ts";
import { pathForName } from "./name-folder.ts";
import { wishForFolder } from "./wish-for-folder.ts";

/** Makes a folder in an account, for everybody who works with its mail. @returns its id */
export async function createFolder(agent: Agent, accountId: number, wanted: CreateFolder): Promise<number> {
  let madeId = 0;
  try {
    await wishForFolder(async (tx) => {
      const account = await requireVisibleAccount(tx, agent, accountId);
      const { path, delimiter } = pathForName(
        await listFolderRows(tx, accountId),
        wanted.name,
        wanted.parentId ?? null,
      );
      const role = { role: "none" as const, roleSource: "none" as const, isPrimary: false };
      const pending = { pendingAct: "create" as const, selectable: false };
      // At once, so that mail can be filed under it before the next list.
      const label = labelsOfAccounts(tx, [accountId]).length > 0 ? path : null;
      const row = { accountId, path, name: wanted.name, delimiter, label, createdAt: now(), ...role, ...pending };
      madeId = (await insertFolder(tx, row)).id;
      return { account, payload: { kind: "create-folder", folderId: madeId } };
    });
  } catch (error) {
    // Whoever asked for it hears why; nothing of it stays.
    if (madeId > 0) await forgetFolder(agent, madeId);
    throw error;
  }
  return madeId;
}
