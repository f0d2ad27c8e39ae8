import { findFolderRow } from "#db/queries/accounts/folders";
import { changeTransfer } from "#db/queries/transfers/transfers";
import type { ImportTarget } from "#lib/contracts/transfer";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";
import { requireImport } from "./require-import.ts";
import { requireWritableAccount } from "./require-writable-account.ts";

/** Somebody has seen what the file holds, and says where to. */
export async function startImport(agent: Agent, transferId: number, target: ImportTarget): Promise<void> {
  await commit(async (tx, changed) => {
    const { spec, askedById } = await requireImport(tx, agent, transferId, "to_confirm");
    await requireWritableAccount(tx, agent, spec.accountId);
    const folder = target.folderId === null ? null : await findFolderRow(tx, target.folderId);
    if (folder && folder.accountId !== spec.accountId) throw noFolder();
    if (folder === undefined || folder?.selectable === false) throw noFolder();
    await changeTransfer(tx, transferId, {
      spec: { ...spec, target },
      state: "queued",
      stateDetail: { code: "" },
      resumeAt: null,
      cursor: { phase: "append", member: 0, offset: 0 },
    });
    changed({ type: "transfer.changed", transferId, askedById });
  });
}

const noFolder = () => new AppError("invalid", "There is no such folder in this account.");
