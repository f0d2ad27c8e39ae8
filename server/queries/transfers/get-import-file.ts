import { findTransfer } from "#db/queries/transfers/transfers";
import type { ImportFile } from "#lib/contracts/transfer";
import type { Agent } from "../../auth/agent.ts";
import { can } from "../../auth/policies.ts";
import { AppError } from "../../errors.ts";
import { importedBytes } from "../../import-files.ts";
import { store } from "../../store.ts";

export async function getImportFile(agent: Agent, transferId: number): Promise<ImportFile> {
  const transfer = await findTransfer(store().read, transferId);
  if (!transfer || transfer.spec.kind !== "import" || !can(agent, "transfer.see", transfer))
    throw new AppError("not_found", "There is no such import.");
  return { receivedBytes: await importedBytes(transferId), sizeBytes: transfer.spec.sizeBytes };
}
