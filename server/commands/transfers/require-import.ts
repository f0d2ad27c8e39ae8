import type { Db } from "#db/dialect/sqlite";
import type { TransferRow } from "#db/queries/transfers/transfers";
import type { TransferSpec } from "#lib/contracts/transfer";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { requireTransfer } from "./require-transfer.ts";

type Import = TransferRow & { spec: Extract<TransferSpec, { kind: "import" }> };

/** @throws AppError `not_found` for what is no import, or somebody else's; `conflict` for one that is not at this point */
export async function requireImport(
  db: Db,
  agent: Agent,
  id: number,
  code: "uploading" | "to_confirm",
): Promise<Import> {
  const transfer = await requireTransfer(db, agent, id);
  const { spec } = transfer;
  if (spec.kind !== "import") throw new AppError("not_found", "There is no such import.");
  if (transfer.state !== "waiting" || transfer.stateDetail.code !== code)
    throw new AppError(
      "conflict",
      code === "uploading" ? "This file has been uploaded already." : "This import cannot be started now.",
    );
  return { ...transfer, spec };
}
