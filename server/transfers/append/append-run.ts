/** Gathers mails into batches, of which each may be for several folders, and puts them there. */
import { outboxAccount } from "#db/queries/outbox/outbox-account";
import { accountName } from "#db/queries/transfers/account-name";
import { outcomeByTarget, putItems } from "#db/queries/transfers/ledger";
import { raiseSettingsVersion } from "#db/queries/accounts/accounts";
import type { TransferCursor } from "#lib/contracts/transfer";
import { ImapError } from "../../imap/errors.ts";
import { store } from "../../store.ts";
import type { TransferJob, TransferOutcome } from "../job.ts";
import { waiting } from "../waiting.ts";
import { appendOnce } from "./append-once.ts";
import type { MailToAppend } from "./mail-to-append.ts";
import { obstacleTo, outcomeOfError } from "./obstacle.ts";
import { openTarget, type Target } from "./open-target.ts";
import { Tally } from "./tally.ts";

type Reached = { key: string; path: string; code: string; subject?: string; cursor: TransferCursor };

const batchCount = 50;
const batchBytes = 16_000_000;

export class AppendRun {
  readonly #job: TransferJob;
  readonly #accountId: number;
  readonly #targets = new Map<string, Target>();
  readonly tally: Tally;
  /** By the folder that they go to. */
  #batch = new Map<string, MailToAppend[]>();
  #count = 0;
  #bytes = 0;
  #cursor: TransferCursor | null = null;

  constructor(job: TransferJob, accountId: number) {
    this.#job = job;
    this.#accountId = accountId;
    this.tally = new Tally(job.transfer);
  }

  /**
   * @param mail null for one that cannot be had, for the reason in `reached`
   * @returns what the transfer has to wait for, or fails of
   */
  async take(path: string, mail: MailToAppend | null, reached: Reached): Promise<TransferOutcome | null> {
    if (!mail || this.#count >= batchCount || this.#bytes >= batchBytes) {
      const outcome = await this.#flush();
      if (outcome) return outcome;
    }
    if (!mail) {
      await this.#leaveOut(path, reached);
      return null;
    }
    this.#batch.set(path, [...(this.#batch.get(path) ?? []), mail]);
    this.#count += 1;
    this.#bytes += mail.source.length;
    this.#cursor = reached.cursor;
    return null;
  }

  async end(): Promise<TransferOutcome> {
    const { id } = this.#job.transfer;
    if (this.#job.signal.aborted) return waiting({ code: "stopped" }, 0);
    const outcome = await this.#flush();
    if (outcome) return outcome;
    const account = await outboxAccount(store().read, this.#accountId);
    const name = await accountName(store().read, this.#accountId);
    await this.#job.step(this.tally.progress(), async (tx, changed) => {
      // What has come is seen at once, in whatever folder it lies.
      await raiseSettingsVersion(tx, this.#accountId);
      if (account) changed({ type: "account.changed", accountId: account.id, inboxIds: [account.inboxId] });
    });
    const folders = outcomeByTarget(store().read, id).map(({ target, done, skipped, failed }) => ({
      path: target,
      accountName: name,
      done,
      skipped,
      failed,
    }));
    return { state: "done", report: { ...this.tally.report, folders } };
  }

  async #flush(): Promise<TransferOutcome | null> {
    if (this.#count === 0 || !this.#cursor) return null;
    const obstacle = await obstacleTo(this.#job.sessions, this.#accountId);
    if (obstacle) return obstacle;
    try {
      let left = this.#batch.size;
      for (const [path, mails] of this.#batch) {
        // All before the cursor are accounted for when those of the last folder are.
        const cursor = (left -= 1) === 0 ? this.#cursor : null;
        const outcome = await appendOnce(this.#job, await this.#open(path), mails, this.tally, cursor);
        if (outcome) return outcome;
      }
    } catch (error) {
      if (!(error instanceof ImapError)) throw error;
      const outcome = outcomeOfError(error, this.#accountId);
      if (outcome) return outcome;
      throw error;
    }
    this.#batch = new Map();
    this.#count = 0;
    this.#bytes = 0;
    return null;
  }

  async #open(path: string): Promise<Target> {
    const known = this.#targets.get(path);
    if (known) return known;
    const target = await openTarget(this.#job, this.#accountId, path);
    this.#targets.set(path, target);
    return target;
  }

  async #leaveOut(target: string, { key, path, code, cursor, subject = "" }: Reached): Promise<void> {
    this.tally.count("failed", 0);
    const { id } = this.#job.transfer;
    await this.#job.step({ ...this.tally.progress(), cursor }, (tx) =>
      putItems(tx, [{ transferId: id, key, state: "failed", code, facts: { target, path, subject } }]),
    );
  }
}
