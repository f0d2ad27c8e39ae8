/** What goes on while an account's command connection is up: one thing after the other, what is waited for most first. */
import type { AccountRow } from "#db/queries/sync/accounts";
import { foldersOf, type FolderRow } from "#db/queries/sync/folders";
import { now } from "#server/clock";
import { ImapError } from "#server/imap/errors";
import type { ImapSession, SessionEvent } from "#server/imap/session";
import { log } from "#server/log";
import { store } from "#server/store";
import type { AccountStateKeeper } from "./account-state.ts";
import { Alarm } from "./alarm.ts";
import { bringHistory } from "./backfill-pass.ts";
import { compareIfWished } from "./comparison/compare-account.ts";
import { bringNextHistory, prepareHistory, runCycle, visitHinted, type Look } from "./cycle.ts";
import { statusFresh } from "./fresh-status.ts";
import type { HearingCheck } from "./hearing-check.ts";
import { Hints } from "./hints.ts";
import { holdsNewMail } from "./plan.ts";
import { folderModeProblems } from "./problem-words.ts";
import { recogniseProvider } from "./recognise-provider.ts";
import type { FolderMemory, LabelMemory, SyncContext } from "./sync-context.ts";
import { Teller } from "./teller.ts";
import { keepApart } from "./visit-folder.ts";
import { Watch } from "./watch.ts";
import type { WorkerOptions } from "./worker-options.ts";

const logger = log("sync");
const rechecksMax = 3;
/** Without LIST-STATUS every folder costs a round trip. */
const manyFolders = 20;

type ConnectedOptions = WorkerOptions & {
  account: AccountRow;
  session: ImapSession;
  memory: Map<number, FolderMemory>;
  labels: LabelMemory;
  hearing: HearingCheck;
  state: AccountStateKeeper;
  signal: AbortSignal;
};

export class Connected {
  readonly #options: ConnectedOptions;
  readonly #context: SyncContext;
  readonly #teller: Teller;
  readonly #hints = new Hints();
  readonly #alarm: Alarm;
  readonly #unlisten: () => void;
  #watch: Watch | null = null;
  #hintedAt = Infinity;
  #lookedAt = -Infinity;
  #pollAt = 0;
  #inboxAt = Infinity;
  #recheckCount = 0;
  #folderCount = 0;
  #hasHistory = true;
  #look: Look | null = null;
  #notedAt = -Infinity;

  constructor(options: ConnectedOptions) {
    const { account, session, sessions, timing, memory, labels, signal } = options;
    this.#options = options;
    this.#teller = new Teller(account.id, account.inboxId, timing.tellMs);
    const { capabilities } = session;
    this.#context = { account, sessions, capabilities, timing, teller: this.#teller, signal, memory, labels };
    this.#alarm = new Alarm(signal);
    this.#unlisten = session.listen((event) => this.#hear(event));
  }

  /** Until the connection breaks. @throws why it did */
  async run(): Promise<void> {
    const { session, signal, state, account } = this.#options;
    const { names } = session.capabilities;
    const provider = recogniseProvider(account, session);
    await state.note({ capabilities: names, provider, lastContactAt: now() });
    if (account.state !== "live") await state.set("syncing");
    try {
      while (!signal.aborted) {
        if (!session.isOpen) throw connectionLost();
        await this.#step();
      }
    } catch (error) {
      // Work that came too late says only that there is no connection.
      throw error instanceof ImapError && error.kind === "offline" ? connectionLost() : error;
    }
  }

  /** Looks at all folders at once. */
  lookAgain(): void {
    this.#pollAt = 0;
    this.#look = null;
    this.#notedAt = -Infinity;
    this.#alarm.ring();
  }

  async end(): Promise<void> {
    this.#unlisten();
    this.#alarm.end();
    await this.#watch?.stop();
    await this.#teller.flush();
  }

  async #step(): Promise<void> {
    const at = performance.now();
    if (this.#hintedAt <= at) return this.#lookAtHinted();
    if (this.#pollAt <= at) return this.#lookAtAll();
    if (this.#hasHistory && (await this.#bringHistory())) return;
    const inboxAt = this.#watch && !this.#watch.isUp ? this.#inboxAt : Infinity;
    if (inboxAt <= at) return this.#lookAtInbox();
    await this.#alarm.sleep(Math.min(this.#hintedAt, this.#pollAt, inboxAt) - at);
  }

  async #lookAtAll(): Promise<void> {
    const { timing } = this.#options;
    const startedAt = performance.now();
    const lastLook = this.#look;
    this.#pollAt = Infinity;
    this.#look = null;
    const look = await runCycle(this.#context, this.#hints, lastLook, (folder) => this.#afterFolder(folder));
    this.#look = look;
    // From the end of it: a look that takes longer than the pause must not keep history waiting for ever.
    this.#pollAt = Math.min(this.#pollAt, performance.now() + this.#pollMs());
    this.#inboxAt = performance.now() + timing.unwatchedInboxMs;
    this.#checkHearing(look);
    if (look === lastLook) return this.#noteContact(true);
    const folders = await foldersOf(store().read, this.#context.account.id);
    this.#folderCount = folders.length;
    const open = folders.filter((folder) => folder.selectable && !folder.missingSince && !folder.parkedUntil);
    this.#hasHistory = open.some((folder) => !folder.backfillDone);
    await this.#noteContact(!this.#hasHistory);
    await compareIfWished(this.#context, (folder) => this.#afterFolder(folder));
    logger.debug("An account was looked at.", {
      accountId: this.#context.account.id,
      tookMs: Math.round(performance.now() - startedAt),
    });
  }

  /** @param isSynced whether all history is in */
  async #noteContact(isSynced: boolean): Promise<void> {
    const { timing, state } = this.#options;
    const at = performance.now();
    if (this.#notedAt + timing.noteMs <= at || !isSynced) {
      await state.note({ lastContactAt: now(), ...(isSynced ? { lastSyncedAt: now() } : {}) });
      this.#notedAt = isSynced ? at : -Infinity;
    }
    const reason = this.#look?.folderModeReason ?? null;
    await state.set(isSynced ? "live" : "syncing", reason && folderModeProblems[reason]);
  }

  /** @throws when the command connection does not hear any more */
  #checkHearing({ listed }: Look): void {
    const watched = listed.find((folder) => folder.path === this.#watch?.path);
    if (!watched?.status) return;
    const remedy = this.#options.hearing.note(watched.status.messageCount, this.#watch?.heardCount ?? null);
    if (remedy === "none") return;
    logger.warn("A connection is up and sees nothing new.", { accountId: this.#context.account.id, remedy });
    if (remedy === "renew-watch") this.#watch?.renew();
    else throw connectionLost();
  }

  /** Where mail arrives first, and its first screen at once; what comes in meanwhile is not left waiting for the other folders. */
  async #afterFolder(folder: FolderRow): Promise<void> {
    if (holdsNewMail(folder) && folder.missingSince === null && this.#watch?.path !== folder.path) {
      if (!folder.backfillDone)
        await keepApart(this.#context, folder.id, () => bringHistory(this.#context, folder.id, 1));
      // Gmail may have begun to show All Mail, or ended it: mail is heard of elsewhere from now on.
      await this.#watch?.stop();
      this.#startWatch(folder.path);
    }
    if (this.#hintedAt <= performance.now()) await this.#lookAtHinted();
  }

  async #lookAtHinted(): Promise<void> {
    this.#hintedAt = Infinity;
    const folders = await foldersOf(store().read, this.#context.account.id);
    for (const path of this.#hints.paths()) {
      const folder = folders.find((one) => one.path === path);
      if (!folder) this.#hints.take(path);
      else if (await visitHinted(this.#context, this.#hints, folder, null)) this.#recheck(path);
      else this.#recheckCount = 0;
    }
    this.#lookedAt = performance.now();
    this.#hintedAt = Math.max(this.#hintedAt, this.#lookedAt + this.#options.timing.debounceMs);
  }

  /** Exchange announces mail before it can be fetched. */
  #recheck(path: string): void {
    if (this.#recheckCount >= rechecksMax) {
      this.#recheckCount = 0;
      return;
    }
    const waitMs = this.#options.timing.recheckMs * 1.7 ** this.#recheckCount;
    this.#recheckCount += 1;
    this.#hints.hear({ kind: "exists", path, count: 0 });
    this.#hintedAt = Math.min(this.#hintedAt, performance.now() + waitMs);
  }

  async #lookAtInbox(): Promise<void> {
    const { timing } = this.#options;
    this.#inboxAt = performance.now() + timing.unwatchedInboxMs;
    const folders = await foldersOf(store().read, this.#context.account.id);
    for (const folder of folders.filter((one) => holdsNewMail(one) && one.missingSince === null)) {
      const status = await this.#context.sessions.run(folder.accountId, 2, (session) =>
        statusFresh(session, folder.path),
      );
      await visitHinted(this.#context, this.#hints, folder, status);
    }
  }

  /** @returns whether there was any */
  async #bringHistory(): Promise<boolean> {
    const isBrought = (await prepareHistory(this.#context)) || (await bringNextHistory(this.#context));
    if (isBrought) await this.#noteHistory();
    // A folder that is parked has its turn after a later look.
    else this.#hasHistory = false;
    return isBrought;
  }

  async #noteHistory(): Promise<void> {
    const folders = await foldersOf(store().read, this.#context.account.id);
    // All of it is in: look once more, to be able to say so.
    if (folders.every((folder) => folder.backfillDone || !folder.selectable)) this.#pollAt = 0;
  }

  #startWatch(path: string): void {
    const { account, timing, budget } = this.#options;
    this.#watch = new Watch({ account, path, timing, budget }, (event) => {
      if (event.kind !== "closed") this.#hear(event);
    });
    this.#watch.start();
  }

  #hear(event: SessionEvent): void {
    if (event.kind === "closed") this.#alarm.ring();
    else if (this.#hints.hear(event)) {
      if (event.kind === "exists") this.#recheckCount = 0;
      // The first word after a silence is looked into at once; only what follows soon is gathered.
      this.#hintedAt = Math.min(this.#hintedAt, this.#lookedAt + this.#options.timing.debounceMs);
      this.#alarm.ring();
    }
  }

  #pollMs(): number {
    const { session, timing } = this.#options;
    return session.capabilities.listStatus || this.#folderCount <= manyFolders ? timing.pollMs : timing.slowPollMs;
  }
}

const connectionLost = () => new ImapError("network", "connection_lost", "The mail server ended the connection.");
