import type { TransferDetail } from "#lib/contracts/transfer";
import { now } from "../clock.ts";

export type Waiting = {
  state: "waiting";
  detail: TransferDetail;
  resumeAt: Date;
  /** Goes on as soon as this account is connected, which it was not. */
  forConnectionOf?: number;
};

/** To be looked at again after so long, which whoever asked for it is told. */
export function waiting(detail: TransferDetail, afterMs: number): Waiting {
  const resumeAt = new Date(now().getTime() + afterMs);
  return { state: "waiting", detail: { until: resumeAt.toISOString(), ...detail }, resumeAt };
}
