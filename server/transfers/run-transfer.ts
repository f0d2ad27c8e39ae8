import { changeTransfer, findTransfer, hurryTransfers, type TransferRow } from "#db/queries/transfers/transfers";
import type { Change } from "#lib/contracts/change";
import { now } from "../clock.ts";
import { commit } from "../events/commit.ts";
import type { AccountSessions } from "../imap/account-sessions.ts";
import { log } from "../log.ts";
import { store } from "../store.ts";
import type { Waiting } from "./waiting.ts";
import { TransferEnded, type Performers, type TransferJob, type TransferOutcome } from "./job.ts";

const logger = log("transfers");
/** Progress is told of at most so often: every telling is a row of the change log, and a request of each browser. */
const tellMs = 500;
const retryMs = [5000, 30_000, 120_000, 600_000];
const nothing = { code: "" };

/** Carries one transfer out until it has ended, waits, or the signal is aborted. */
export async function runTransfer(
  transferId: number,
  sessions: AccountSessions,
  performers: Performers,
  signal: AbortSignal,
): Promise<void> {
  const transfer = await begin(transferId);
  if (!transfer) return;
  try {
    const performer = performers[transfer.kind];
    const outcome = performer
      ? await performer.perform(jobFor(transfer, sessions, signal))
      : ({ state: "failed", detail: { code: "unknown_kind" } } as const);
    if (outcome.state !== "waiting" || !signal.aborted) await end(transfer, outcome);
    if (outcome.state === "waiting" && !signal.aborted) await hurryIfConnected(transfer, outcome, sessions);
    if (outcome.state === "failed") await performer?.discard?.(transferId);
    if (outcome.state === "done") await performer?.tidy?.(transferId);
  } catch (error) {
    // Who cancels it takes its files away at once, so that it may stumble over that first.
    const isOver =
      error instanceof TransferEnded || (await findTransfer(store().read, transferId))?.state !== "running";
    if (isOver) return performers[transfer.kind]?.discard?.(transferId);
    if (!signal.aborted) await failOrRetry(transfer, error, performers);
  }
}

async function begin(transferId: number): Promise<TransferRow | undefined> {
  return commit(async (tx, changed) => {
    const transfer = await findTransfer(tx, transferId);
    if (!transfer) return undefined;
    const startedAt = transfer.startedAt ?? now();
    const change = { state: "running", stateDetail: nothing, resumeAt: null, startedAt } as const;
    if (!(await changeTransfer(tx, transferId, change))) return undefined;
    tell(changed, transfer);
    return { ...transfer, ...change };
  });
}

function jobFor(transfer: TransferRow, sessions: AccountSessions, signal: AbortSignal): TransferJob {
  let toldAt = -tellMs;
  let reached = placeOf(transfer);
  return {
    transfer,
    sessions,
    signal,
    step: async (progress, work) => {
      await commit(async (tx, changed) => {
        const place = placeOf({ ...reached.row, ...progress });
        const isAhead = place.text !== reached.text;
        if (!(await changeTransfer(tx, transfer.id, { ...progress, ...(isAhead && { attemptCount: 0 }) }))) throw new TransferEnded(); // prettier-ignore
        reached = place;
        await work?.(tx, changed);
        if (performance.now() - toldAt < tellMs) return;
        toldAt = performance.now();
        tell(changed, transfer);
      });
    },
  };
}

type Place = Pick<TransferRow, "cursor" | "done" | "skipped" | "failed">;

/** A step that gets nowhere, as one that writes down once more what it is about to do, is no success. */
function placeOf({ cursor, done, skipped, failed }: Place): { row: Place; text: string } {
  const row = { cursor, done, skipped, failed };
  return { row, text: JSON.stringify(row) };
}

async function end(transfer: TransferRow, outcome: TransferOutcome): Promise<void> {
  await commit(async (tx, changed) => {
    const change =
      outcome.state === "done"
        ? { stateDetail: nothing, report: outcome.report, expiresAt: outcome.expiresAt ?? null, finishedAt: now() }
        : outcome.state === "failed"
          ? { stateDetail: outcome.detail, finishedAt: now() }
          : { stateDetail: outcome.detail, resumeAt: outcome.resumeAt };
    const isOpen = await changeTransfer(tx, transfer.id, { ...change, state: outcome.state });
    if (isOpen) tell(changed, transfer);
  });
}

/** It was connected while this was being stored: nobody tells of it again. */
async function hurryIfConnected({ id }: TransferRow, outcome: Waiting, sessions: AccountSessions): Promise<void> {
  const accountId = outcome.forConnectionOf;
  if (accountId === undefined || !sessions.isConnected(accountId)) return;
  await store().write((tx) => hurryTransfers(tx, [id], now()));
}

/** An error that nobody foresaw: tried again a few times, from the last step on. */
async function failOrRetry(transfer: TransferRow, error: unknown, performers: Performers): Promise<void> {
  const attemptCount = ((await findTransfer(store().read, transfer.id))?.attemptCount ?? 0) + 1;
  const afterMs = retryMs[attemptCount - 1];
  logger.warn("A transfer failed.", { transferId: transfer.id, kind: transfer.kind, attemptCount, error });
  if (afterMs === undefined) {
    await end(transfer, { state: "failed", detail: { code: "internal", reason: reasonOf(error) } });
    await performers[transfer.kind]?.discard?.(transfer.id);
    return;
  }
  const resumeAt = new Date(now().getTime() + afterMs);
  await commit(async (tx, changed) => {
    const detail = { code: "error", reason: reasonOf(error), until: resumeAt.toISOString() };
    if (await changeTransfer(tx, transfer.id, { state: "waiting", stateDetail: detail, resumeAt, attemptCount }))
      tell(changed, transfer);
  });
}

/** For people: the system's own short word for it where it has one, e.g. `EIO`; never its message, in which paths stand. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const code: unknown = "code" in error ? error.code : null;
  return typeof code === "string" && /^[A-Z][A-Z0-9_]{1,39}$/.test(code) ? code : error.name;
}

function tell(changed: (change: Change) => void, { id, askedById }: TransferRow): void {
  changed({ type: "transfer.changed", transferId: id, askedById });
}
