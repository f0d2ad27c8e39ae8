import { findFolderRow } from "#db/queries/accounts/folders";
import type { Db } from "#db/dialect/sqlite";
import { insertTransfer } from "#db/queries/transfers/transfers";
import type { NewCopy } from "#lib/contracts/transfer";
import type { Agent } from "../../auth/agent.ts";
import { can } from "../../auth/policies.ts";
import { now } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";
import { requireServer, requireVisibleAccount } from "../accounts/require-account.ts";
import { requireWritableAccount } from "./require-writable-account.ts";

/** Asks for the mail of an account, or of some of its folders, to be copied into another. */
export async function beginCopy(agent: Agent, wanted: NewCopy): Promise<number> {
  const { fromAccountId, toAccountId, folderIds, belowFolderId } = wanted;
  if (fromAccountId === toAccountId) throw new AppError("invalid", "Choose another account to copy to.");
  return commit(async (tx, changed) => {
    const from = await requireVisibleAccount(tx, agent, fromAccountId);
    if (!can(agent, "account.export", from)) throw new AppError("not_found", "There is no such account.");
    requireServer(from);
    const to = await requireWritableAccount(tx, agent, toAccountId);
    for (const folderId of folderIds ?? []) await requireFolder(tx, folderId, fromAccountId);
    if (belowFolderId !== null) await requireFolder(tx, belowFolderId, toAccountId);
    const { id } = await insertTransfer(tx, {
      kind: "copy",
      askedById: agent.id,
      accountId: toAccountId,
      spec: { kind: "copy", ...wanted },
      title: `${from.name} → ${to.name}`,
      stateDetail: { code: "" },
      createdAt: now(),
    });
    changed({ type: "transfer.changed", transferId: id, askedById: agent.id });
    return id;
  });
}

async function requireFolder(db: Db, folderId: number, accountId: number): Promise<void> {
  const folder = await findFolderRow(db, folderId);
  if (folder?.accountId !== accountId) throw new AppError("invalid", "There is no such folder in this account.");
}
