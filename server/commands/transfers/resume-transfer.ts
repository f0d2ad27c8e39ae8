import { changeTransfer } from "#db/queries/transfers/transfers";
import { isForPersonToResume } from "#lib/contracts/transfer";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";
import { requireTransfer } from "./require-transfer.ts";

/** Somebody has made room, or mended what went wrong: what waits for its next try has it now. */
export async function resumeTransfer(agent: Agent, transferId: number): Promise<void> {
  await commit(async (tx, changed) => {
    const transfer = await requireTransfer(tx, agent, transferId);
    if (!isForPersonToResume(transfer)) throw new AppError("conflict", "This transfer does not wait for another try.");
    await changeTransfer(tx, transferId, { resumeAt: now() });
    changed({ type: "transfer.changed", transferId, askedById: transfer.askedById });
  });
}
