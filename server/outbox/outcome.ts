import type { OperationKind } from "#lib/contracts/vocabulary";
import { ImapError } from "../imap/errors.ts";
import { messageOf } from "../errors.ts";

/**
 * What becomes of an operation that did not succeed. `wait`: the account is offline, which is no attempt. `again`: after a while.
 * `look`: it may have been carried out, so it is looked for first. `failed`: for good.
 */
export type Outcome =
  | { kind: "wait"; error: string; afterMs?: number }
  | { kind: "again"; error: string; afterMs: number }
  | { kind: "look"; error: string; afterMs: number }
  | { kind: "failed"; error: string };

const minuteMs = 60_000;
/** A connection that was cut is soon there again. */
const cutDelaysMs = [1000, 2000, 10_000];
const quickDelaysMs = [1000, 5000, 30_000, 5 * minuteMs];
const patientDelaysMs = [minuteMs, 5 * minuteMs, 15 * minuteMs, 60 * minuteMs];
const lastPatientDelayMs = 4 * 60 * minuteMs;
/** 1, 5, 15, 60 min, then every 4 h: the last try is 48 h after the first. */
const patientAttemptsMax = 16;
const notYetAttemptsMax = 500;
const lookAfterMs = 2000;

/** A folder that is being renumbered has its placements linked anew first. */
export class NotYetError extends Error {
  readonly afterMs: number;
  constructor(message: string, afterMs: number) {
    super(message);
    this.name = "NotYetError";
    this.afterMs = afterMs;
  }
}

/** It can never be done, for a reason that people understand. */
export class HopelessError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "HopelessError";
  }
}

/** The end of a mail's data may have been written, and what came of it is not known. */
export class HandedOverError extends Error {
  constructor(cause: unknown) {
    super("The connection ended after the mail had been handed over, before the server said what it did with it.", {
      cause,
    });
    this.name = "HandedOverError";
  }
}

/** @param attemptCount attempts begun so far, this one included */
export function outcomeOf(error: unknown, kind: OperationKind, attemptCount: number): Outcome {
  const detail = messageOf(error);
  if (error instanceof HopelessError) return { kind: "failed", error: detail };
  if (error instanceof HandedOverError) return { kind: "look", error: detail, afterMs: 0 };
  if (error instanceof NotYetError) return notYetOutcome(error, attemptCount);
  if (!(error instanceof ImapError)) return quickOutcome(detail, attemptCount);
  // Nothing was said to the server, which asked to be left alone.
  if (error.code === "held") return { kind: "wait", error: detail, afterMs: error.retryAfterMs ?? minuteMs };
  if (error.isUncertain && (kind === "move" || kind === "append-sent")) {
    return { kind: "look", error: detail, afterMs: lookAfterMs };
  }
  switch (error.kind) {
    case "offline":
      return { kind: "wait", error: detail };
    case "no-permission":
    case "over-quota":
    case "too-large":
      return { kind: "failed", error: detail };
    case "network":
      return attemptCount <= cutDelaysMs.length
        ? { kind: "again", error: detail, afterMs: cutDelaysMs[attemptCount - 1] ?? minuteMs }
        : patientOutcome(detail, attemptCount - cutDelaysMs.length);
    case "refused":
    case "throttled":
    case "auth":
    case "tls":
      return patientOutcome(detail, attemptCount, error.retryAfterMs);
    case "folder":
    case "poison":
    case "try-create":
    case "protocol":
      // A name that a server does not take once it takes never, and somebody waits to hear of it.
      if (kind.endsWith("-folder")) return { kind: "failed", error: detail };
      return isOfSentMail(kind) ? stubbornOutcome(detail, attemptCount) : quickOutcome(detail, attemptCount);
    default:
      return error.kind satisfies never;
  }
}

/** 1, 5, 15, 60 min, then every 4 h for 48 h. */
export function patientOutcome(error: string, attemptCount: number, hintMs: number | null = null): Outcome {
  if (attemptCount >= patientAttemptsMax) return { kind: "failed", error };
  const afterMs = hintMs ?? patientDelaysMs[attemptCount - 1] ?? lastPatientDelayMs;
  return { kind: "again", error, afterMs };
}

/** What was sent has left for good, and nothing can be turned back: its copy is not given up while a server has a bad hour. */
const isOfSentMail = (kind: OperationKind) => kind === "append-sent" || kind === "tidy-sent";

/** Quickly a few times, then for 48 h. */
function stubbornOutcome(error: string, attemptCount: number): Outcome {
  const quick = quickOutcome(error, attemptCount);
  return quick.kind === "again" ? quick : patientOutcome(error, attemptCount - quickDelaysMs.length);
}

/** Finding a large folder's messages again takes its time, a small one's hardly any. */
function notYetOutcome(error: NotYetError, attemptCount: number): Outcome {
  if (attemptCount >= notYetAttemptsMax) return { kind: "failed", error: error.message };
  return { kind: "again", error: error.message, afterMs: Math.min(error.afterMs, 1000 * 2 ** (attemptCount - 1)) };
}

/** For what the server refused without a reason that tells whether it ever will: a few times, then no more. */
function quickOutcome(error: string, attemptCount: number): Outcome {
  const afterMs = quickDelaysMs[attemptCount - 1];
  return afterMs === undefined ? { kind: "failed", error } : { kind: "again", error, afterMs };
}
