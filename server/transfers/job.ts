import type { Db } from "#db/dialect/sqlite";
import type { TransferRow } from "#db/queries/transfers/transfers";
import type { Change } from "#lib/contracts/change";
import type { TransferDetail, TransferReport } from "#lib/contracts/transfer";
import type { TransferKind } from "#lib/contracts/vocabulary";
import type { AccountSessions } from "../imap/account-sessions.ts";
import type { Waiting } from "./waiting.ts";

/** Numbers and cursor as they are behind a step; what is left out stays. */
type TransferProgress = Partial<
  Pick<TransferRow, "total" | "done" | "skipped" | "failed" | "bytesDone" | "cursor" | "report">
>;

/** A transfer while it is carried out. */
export type TransferJob = {
  /** As it was when it was taken up: a cursor that is not null has been reached before. */
  readonly transfer: TransferRow;
  readonly sessions: AccountSessions;
  /** Aborted when the engine stops or somebody cancels: the performer returns soon, and what is not stored by then is done again. */
  readonly signal: AbortSignal;
  /**
   * Stores how far it is, together with whatever `work` writes. Make durable first what the cursor covers.
   * @throws TransferEnded when it was cancelled meanwhile: then nothing was stored
   */
  readonly step: (
    progress: TransferProgress,
    work?: (tx: Db, changed: (change: Change) => void) => Promise<void>,
  ) => Promise<void>;
};

/** How a performer ends. `waiting` is called again at `resumeAt`, or when an account that it may wait for is connected. */
export type TransferOutcome =
  { state: "done"; report: TransferReport; expiresAt?: Date } | Waiting | { state: "failed"; detail: TransferDetail };

/**
 * Carries a transfer out from its cursor on, and is called again with a later cursor after a kill. Whatever it throws is tried again a
 * few times.
 */
export type PerformTransfer = (job: TransferJob) => Promise<TransferOutcome>;

export type Performer = {
  perform: PerformTransfer;
  /** Removes what it does not need any more once it is stored that it is done. */
  tidy?: (transferId: number) => Promise<void>;
  /** Removes what it keeps beside the store: it was cancelled, failed, or is forgotten. Called more than once, and for what has nothing. */
  discard?: (transferId: number) => Promise<void>;
};
export type Performers = Partial<Record<TransferKind, Performer>>;

/** Somebody cancelled it, or it is gone with its account. */
export class TransferEnded extends Error {
  constructor() {
    super("The transfer has ended.");
    this.name = "TransferEnded";
  }
}
