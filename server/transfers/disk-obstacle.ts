import { statfs } from "node:fs/promises";
import { now } from "../clock.ts";
import { dataPath } from "../data-dir.ts";
import type { TransferOutcome } from "./job.ts";

/** What everything else keeps for itself. */
const reserveBytes = 300_000_000;
const retryMs = 10 * 60_000;

/** @param neededBytes beyond the reserve */
export async function diskObstacle(neededBytes: number): Promise<TransferOutcome | null> {
  const { bavail, bsize } = await statfs(dataPath());
  const missingBytes = neededBytes + reserveBytes - bavail * bsize;
  if (missingBytes <= 0) return null;
  const resumeAt = new Date(now().getTime() + retryMs);
  return { state: "waiting", detail: { code: "disk_full", bytes: missingBytes }, resumeAt };
}
