import type { TransferRow } from "#db/queries/transfers/transfers";
import type { TransferItemState } from "#lib/contracts/vocabulary";

/** The numbers of a transfer while it is carried out. */
export class Tally {
  #done: number;
  #skipped: number;
  #failed: number;
  #bytesDone: number;
  /** Keywords that a server would not keep. */
  readonly keptOff = new Set<string>();
  /** Mails that are not what an export wrote down of them. */
  changedCount = 0;

  constructor(transfer: Pick<TransferRow, "done" | "skipped" | "failed" | "bytesDone">) {
    this.#done = transfer.done;
    this.#skipped = transfer.skipped;
    this.#failed = transfer.failed;
    this.#bytesDone = transfer.bytesDone;
  }

  count(state: TransferItemState, sizeBytes: number): void {
    if (state === "done") this.#done += 1;
    else if (state === "skipped") this.#skipped += 1;
    else if (state === "failed") this.#failed += 1;
    this.#bytesDone += sizeBytes;
  }

  progress() {
    return { done: this.#done, skipped: this.#skipped, failed: this.#failed, bytesDone: this.#bytesDone };
  }
}
