import type { TransferRow } from "#db/queries/transfers/transfers";
import type { TransferReport } from "#lib/contracts/transfer";
import type { TransferItemState } from "#lib/contracts/vocabulary";

const keptOffMax = 100;

/** The numbers and notes of a transfer while it is carried out; they go on from those of the runs before. */
export class Tally {
  #done: number;
  #skipped: number;
  #failed: number;
  #bytesDone: number;
  #changedCount: number;
  readonly #keptOff: Set<string>;
  readonly #report: TransferReport;

  constructor(transfer: Pick<TransferRow, "done" | "skipped" | "failed" | "bytesDone" | "report">) {
    this.#done = transfer.done;
    this.#skipped = transfer.skipped;
    this.#failed = transfer.failed;
    this.#bytesDone = transfer.bytesDone;
    this.#report = transfer.report ?? { folders: [] };
    this.#changedCount = this.#report.changedCount ?? 0;
    this.#keptOff = new Set(this.#report.keptOff);
  }

  count(state: TransferItemState, sizeBytes: number): void {
    if (state === "done") this.#done += 1;
    else if (state === "skipped") this.#skipped += 1;
    else if (state === "failed") this.#failed += 1;
    this.#bytesDone += sizeBytes;
  }

  /** A mail is not what an export wrote down of it. */
  countChanged(): void {
    this.#changedCount += 1;
  }

  /** A server would not keep this keyword. */
  keepOff(keyword: string): void {
    if (this.#keptOff.size < keptOffMax) this.#keptOff.add(keyword);
  }

  get report(): TransferReport {
    return {
      ...this.#report,
      ...(this.#keptOff.size > 0 && { keptOff: [...this.#keptOff] }),
      ...(this.#changedCount > 0 && { changedCount: this.#changedCount }),
    };
  }

  progress() {
    const counts = { done: this.#done, skipped: this.#skipped, failed: this.#failed, bytesDone: this.#bytesDone };
    return { ...counts, report: this.report };
  }
}
