import type { Timing } from "../sync/timing.ts";

const hour = 3_600_000;

/** A sync that looks only when it is asked to, or told something by the server. */
export const quietTiming: Partial<Timing> = {
  pollMs: hour,
  slowPollMs: hour,
  unwatchedInboxMs: hour,
  newestScanInboxMs: hour,
  newestScanMs: hour,
  fullScanInboxMs: hour,
  fullScanMs: hour,
  recompareMs: hour,
};
