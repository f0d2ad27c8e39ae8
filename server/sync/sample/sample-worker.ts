import { accountById, type AccountRow } from "#db/queries/sync/accounts";
import type { AccountSessions } from "#server/imap/account-sessions";
import { log } from "#server/log";
import { store } from "#server/store";
import { AccountStateKeeper } from "../account-state.ts";
import { freshLabelMemory, type SyncContext } from "../sync-context.ts";
import { Teller } from "../teller.ts";
import type { Timing } from "../timing.ts";
import type { Worker } from "../worker-options.ts";
import { fillSample } from "./fill-sample.ts";
import { furnishSample } from "./furnish-sample.ts";
import { sampleMails } from "./mails/sample-mails.ts";
import { SampleSession } from "./sample-session.ts";

const logger = log("sync");

/** An account of sample mail: filled once, and never connected to anything. What agents do to it is settled by its own session. */
export class SampleWorker implements Worker {
  readonly #accountId: number;
  readonly #sessions: AccountSessions;
  readonly #timing: Timing;
  readonly #ending = new AbortController();
  #running: Promise<void> | null = null;

  constructor(accountId: number, { sessions, timing }: { sessions: AccountSessions; timing: Timing }) {
    this.#accountId = accountId;
    this.#sessions = sessions;
    this.#timing = timing;
  }

  start(): void {
    this.#running ??= this.#run().catch((error: unknown) => {
      // What was removed meanwhile cannot be filled.
      if (!this.#ending.signal.aborted) logger.error("The sample mail was not put in.", { accountId: this.#accountId, error }); // prettier-ignore
    });
  }

  /** Nothing is waited for. */
  readonly look = () => undefined;
  readonly wanted = () => undefined;
  readonly lookAround = () => undefined;

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#running;
    this.#sessions.detach(this.#accountId);
  }

  async #run(): Promise<void> {
    const account = await accountById(store().read, this.#accountId);
    if (!account || this.#ending.signal.aborted) return;
    const mails = sampleMails(account.createdAt);
    const session = new SampleSession(account.id, mails);
    const state = new AccountStateKeeper(account.id);
    if (account.lastSyncedAt === null) {
      await state.set("syncing");
      await fillSample(this.#contextOf(account, session), mails);
      await furnishSample(account);
    } else if (account.state !== "live") await state.set("live");
    if (!this.#ending.signal.aborted) this.#sessions.attach(account.id, session);
  }

  #contextOf(account: AccountRow, { capabilities }: SampleSession): SyncContext {
    return {
      account,
      sessions: this.#sessions,
      capabilities,
      timing: this.#timing,
      teller: new Teller(account.id, account.inboxId, this.#timing.tellMs),
      signal: this.#ending.signal,
      memory: new Map(),
      labels: freshLabelMemory(),
    };
  }
}
