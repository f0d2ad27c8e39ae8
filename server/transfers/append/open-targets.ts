import type { TransferJob, TransferOutcome } from "../job.ts";
import { waiting } from "../waiting.ts";
import { obstacleTo, outcomeOfError } from "./obstacle.ts";
import { TargetFolders } from "./target-folders.ts";

/** The folders of an account that mail is put into, below one of them or at its top; else why that cannot be for now, or ever. */
export async function openTargets(
  job: TransferJob,
  accountId: number,
  baseFolderId: number | null,
): Promise<TargetFolders | TransferOutcome> {
  const obstacle = await obstacleTo(job.sessions, accountId);
  if (obstacle) return obstacle;
  try {
    const targets = await TargetFolders.of(job, accountId, baseFolderId);
    return targets ?? { state: "failed", detail: { code: "folder_gone", accountId } };
  } catch (error) {
    return outcomeOfError(error, accountId) ?? waiting({ code: "not_connected", accountId }, 60_000);
  }
}
