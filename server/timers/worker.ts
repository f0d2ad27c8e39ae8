/** What happens because time passes. */
import { setTimeout } from "node:timers/promises";
import { nextSnoozeAt } from "#db/queries/timers/expire";
import { now } from "../clock.ts";
import type { EnginePart } from "../engine-part.ts";
import { doorbell } from "../events/doorbell.ts";
import { log } from "../log.ts";
import { store } from "../store.ts";
import { alertAdmins } from "./alert-admins.ts";
import { keepGrants } from "./keep-grants.ts";
import { mailAdmins } from "./mail-admins.ts";
import { removeUnplaced } from "./remove-unplaced.ts";
import { sweepBlobs } from "./sweep-blobs.ts";
import { sweep } from "./sweep.ts";
import { wakeSnoozed } from "./wake-snoozed.ts";

const minuteMs = 60_000;
const sweepMs = 60 * minuteMs;
const dayMs = 24 * 60 * minuteMs;
const checkpointMs = 5 * minuteMs;
const alertMs = 15_000;

export function startTimers(): EnginePart {
  const stopping = new AbortController();
  const { signal } = stopping;
  const schedules = [
    repeat("sweep", sweep, () => sleep(sweepMs, signal), signal),
    repeat("remove-unplaced", removeUnplaced, () => sleep(dayMs, signal), signal),
    repeat("sweep-blobs", sweepBlobs, () => sleep(dayMs, signal), signal),
    repeat("alert-admins", alertAdmins, () => sleep(alertMs, signal), signal),
    repeat("mail-admins", mailAdmins, () => sleep(alertMs, signal), signal),
    repeat("keep-grants", keepGrants, () => sleep(sweepMs, signal), signal),
    repeat("checkpoint", checkpoint, () => sleep(checkpointMs, signal), signal),
    // A ring may mean that somebody snoozed for less.
    repeat("wake-snoozed", wakeSnoozed, () => doorbell().next(untilNextSnoozeMs(), signal), signal),
  ];
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(schedules);
    },
  };
}

async function repeat(
  name: string,
  task: () => Promise<void>,
  pause: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await task();
    } catch (error) {
      log("timers").error("A timed task failed.", { task: name, error });
    }
    await pause();
  }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return setTimeout(ms, undefined, { signal, ref: false }).catch(() => {
    // Aborted: the engine stops.
  });
}

/** A minute at most, so that a set clock is noticed; a second at least, so that a failing task does not spin. */
function untilNextSnoozeMs(): number {
  const next = nextSnoozeAt(store().read);
  return next ? Math.min(Math.max(next.getTime() - now().getTime(), 1000), minuteMs) : minuteMs;
}

/** Keeps the write-ahead log small, whatever the readers do. */
function checkpoint(): Promise<void> {
  store().checkpoint();
  return Promise.resolve();
}
