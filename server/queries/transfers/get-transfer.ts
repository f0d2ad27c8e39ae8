import { failedItems, findTransfer } from "#db/queries/transfers/transfers";
import type { TransferDetails } from "#lib/contracts/transfer";
import type { Agent } from "../../auth/agent.ts";
import { can } from "../../auth/policies.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";
import { presentTransfer } from "./present-transfer.ts";

const failuresMax = 500;

export async function getTransfer(agent: Agent, transferId: number): Promise<TransferDetails> {
  const transfer = await findTransfer(store().read, transferId);
  if (!transfer || !can(agent, "transfer.see", transfer)) throw new AppError("not_found", "There is no such transfer.");
  const failures = await failedItems(store().read, transferId, failuresMax);
  return {
    ...presentTransfer(transfer),
    failures: failures.map(({ id, code, facts }) => ({
      id,
      code,
      subject: textOf(facts["subject"]),
      folder: textOf(facts["path"]),
    })),
  };
}

const textOf = (value: unknown) => (typeof value === "string" ? value : "");
