import type { Db } from "#db/dialect/sqlite";
import { findTransfer, type TransferRow } from "#db/queries/transfers/transfers";
import type { Agent } from "../../auth/agent.ts";
import { can } from "../../auth/policies.ts";
import { AppError } from "../../errors.ts";

/** @throws AppError `not_found` for what somebody else asked for, unless an admin asks */
export async function requireTransfer(db: Db, agent: Agent, transferId: number): Promise<TransferRow> {
  const transfer = await findTransfer(db, transferId);
  if (!transfer || !can(agent, "transfer.see", transfer)) throw new AppError("not_found", "There is no such transfer.");
  return transfer;
}
