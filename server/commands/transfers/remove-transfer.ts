import { changeTransfer, deleteTransfer } from "#db/queries/transfers/transfers";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import { removeExportFiles } from "../../export-files.ts";
import { removeImportFile } from "../../import-files.ts";
import { requireTransfer } from "./require-transfer.ts";

/** Cancels what is still to be done or on the way; forgets what has ended, with its file. */
export async function removeTransfer(agent: Agent, transferId: number): Promise<void> {
  await commit(async (tx, changed) => {
    const { askedById } = await requireTransfer(tx, agent, transferId);
    const isCancelled = await changeTransfer(tx, transferId, { state: "cancelled", finishedAt: now() });
    if (!isCancelled) await deleteTransfer(tx, transferId);
    changed({ type: "transfer.changed", transferId, askedById });
  });
  await removeExportFiles(transferId);
  await removeImportFile(transferId);
}
