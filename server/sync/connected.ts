/** What goes on while an account's command connection is up: one thing after the other, what is waited for most first. */
import { foldersOf, type FolderRow } from "#db/queries/sync/folders";
import { profileOfAccount } from "#lib/providers/find-profile";
import { leftOf, type Hold } from "#server/account-holds";
import { now } from "#server/clock";
import { ImapError } from "#server/imap/errors";
import type { SessionEvent } from "#server/imap/session";
import { store } from "#server/store";
import { Alarm } from "./alarm.ts";
import { bringHistory } from "./backfill-pass.ts";
import { compareIfWished } from "./comparison/compare-account.ts";
import type { ConnectedOptions } from "./connected-options.ts";
import { ContactNotes } from "./contact-notes.ts";
import { bringNextHistory, prepareHistory, runCycle, visitHinted, visitInbox, type Look } from "./cycle.ts";
import { Hints } from "./hints.ts";
import { holdsNewMail } from "./plan.ts";
import { pollDueAt, pollMs } from "./poll-pace.ts";
import { folderModeProblems, type Problem } from "./problem-words.ts";
import { Rechecks } from "./rechecks.ts";
import { recogniseProvider } from "./recognise-provider.ts";
import type { SyncContext } from "./sync-context.ts";
import { Pace } from "./throttle/pace.ts";
import { Teller } from "./teller.ts";
import { keepApart } from "./visit-folder.ts";
import { Watch } from "./watch.ts";

export class Connected {
  readonly #options: ConnectedOptions;
  readonly #context: SyncContext;
  readonly #teller: Teller;
  readonly #hints = new Hints();
  readonly #alarm: Alarm;
  readonly #pace: Pace;
  readonly #notes: ContactNotes;
  readonly #rechecks: Rechecks;
  readonly #unlisten: () => void;
  #watch: Watch | null = null;
  #hintedAt = Infinity;
  #gatherUntil = -Infinity;
  #pollAt = 0;
  #inboxAt = Infinity;
  #folderCount = 0;
  #hasHistory = true;
  #look: Look | null = null;
  #mustPlan = false;

  constructor(options: ConnectedOptions) {
    const { account, session, sessions, timing, memory, labels, signal, isTurn } = options;
    this.#options = options;
    this.#pace = new Pace({ accountId: account.id, sessions, timing, isTurn });
    this.#teller = new Teller(account.id, account.inboxId, timing.tellMs);
    const { capabilities } = session;
    this.#context = { account, sessions, capabilities, timing, teller: this.#teller, signal, memory, labels };
    this.#alarm = new Alarm(signal);
    this.#notes = new ContactNotes(options.state, timing.noteMs);
    this.#rechecks = new Rechecks(timing.recheckMs);
    this.#unlisten = session.listen((event) => this.#hear(event));
  }

  /** Until the connection is given back, or breaks. @throws why it did */
  async run(): Promise<void> {
    const { session, signal, state, account, seat, isTurn } = this.#options;
    const { names } = session.capabilities;
    const provider = recogniseProvider(account, session);
    await state.note({ capabilities: names, provider, lastContactAt: now() });
    this.#applyLimits(provider);
    if (account.state !== "live") await state.set("syncing");
    try {
      while (!signal.aborted) {
        if (!session.isOpen) throw connectionLost();
        if (isTurn ? await this.#isTurnOver() : !seat.isKept) return;
        await this.#stepUnlessHeld();
      }
    } catch (error) {
      // Work that came too late says only that there is no connection.
      throw error instanceof ImapError && error.kind === "offline" ? connectionLost() : error;
    }
  }

  /** @param isChanged whether every folder is to be planned, though the server may say what it said before */
  lookAgain(isChanged: boolean): void {
    this.#mustPlan ||= isChanged;
    this.#pollAt = 0;
    this.#notes.expect();
    this.#alarm.ring();
  }

  /** Others need the place, the server asked for something, or somebody is here again. */
  lookAround(): void {
    this.#alarm.ring();
  }

  async end(): Promise<void> {
    this.#unlisten();
    this.#alarm.end();
    await this.#watch?.stop();
    await this.#teller.flush();
  }

  #applyLimits(provider: string): void {
    const { account, seat, bytes, timing } = this.#options;
    const { limits } = profileOfAccount({ ...account, provider });
    bytes.limit(account.id, limits);
    if (timing.connectionsPerHost === null) seat.allow(limits.connectionsPerHost);
  }

  /** A turn ends when all is looked at, some history is brought, and nobody works on the connection. */
  async #isTurnOver(): Promise<boolean> {
    const { timing, session, signal } = this.#options;
    const at = performance.now();
    if (this.#look === null || this.#hintedAt <= at || this.#pollAt <= at) return false;
    if (this.#hasHistory && this.#pace.mayBringHistory(at) && !this.#pace.hasHadEnough) return false;
    do await this.#alarm.sleep(timing.turnLingerMs);
    while (session.isOpen && !signal.aborted && this.#hintedAt === Infinity && !this.#pace.isIdle);
    return this.#pace.isIdle;
  }

  async #stepUnlessHeld(): Promise<void> {
    const { hold } = this.#pace;
    if (hold) return this.#leaveAlone(hold);
    try {
      await this.#step();
    } catch (error) {
      if (!(error instanceof ImapError) || error.code !== "held") throw error;
      // Told on another connection of the account in the meantime; what was broken off is begun anew.
      this.#pollAt = 0;
    }
  }

  async #leaveAlone(hold: Hold): Promise<void> {
    await this.#options.state.set("waiting", { code: "throttled", detail: hold.detail }, hold.until);
    await this.#alarm.sleep(leftOf(hold));
    this.#notes.expect();
    this.#pollAt = 0;
  }

  async #step(): Promise<void> {
    const at = performance.now();
    if (this.#hintedAt <= at) return this.#lookAtHinted();
    if (pollDueAt(this.#pollAt, this.#options.timing) <= at)
      return this.#isSaving() ? this.#lookAtInbox() : this.#lookAtAll();
    if (this.#hasHistory && this.#pace.mayBringHistory(at) && (await this.#bringHistory())) return;
    const inboxAt = this.#watch?.isUp === false ? this.#inboxAt : Infinity;
    if (inboxAt <= at) return this.#lookAtInbox();
    const historyAt = this.#hasHistory ? at + this.#options.timing.slowHistoryMs : Infinity;
    const pollAt = pollDueAt(this.#pollAt, this.#options.timing);
    await this.#alarm.sleep(Math.min(this.#hintedAt, pollAt, inboxAt, historyAt) - at);
  }

  #isSaving(): boolean {
    return this.#folderCount > 0 && this.#pace.isSaving;
  }

  async #lookAtAll(): Promise<void> {
    const lastLook = this.#mustPlan ? null : this.#look;
    this.#pollAt = Infinity;
    this.#mustPlan = false;
    this.#look = null;
    const look = await runCycle(this.#context, this.#hints, lastLook, (folder) => this.#afterFolder(folder));
    this.#look = look;
    // From the end of it: a look that takes longer than the pause must not keep history waiting for ever.
    this.#pollAt = Math.min(this.#pollAt, performance.now() + pollMs(this.#options, this.#folderCount));
    this.#inboxAt = performance.now() + this.#options.timing.unwatchedInboxMs;
    if (this.#options.hearing.isDeaf(this.#context.account.id, look.listed, this.#watch)) throw connectionLost();
    if (look === lastLook) return this.#notes.note(true, this.#modeProblem());
    const folders = await foldersOf(store().read, this.#context.account.id);
    this.#folderCount = folders.length;
    const open = folders.filter((folder) => folder.selectable && !folder.missingSince && !folder.parkedUntil);
    this.#hasHistory = open.some((folder) => !folder.backfillDone);
    await this.#notes.note(!this.#hasHistory, this.#modeProblem());
    await compareIfWished(this.#context, (folder) => this.#afterFolder(folder));
  }

  #modeProblem(): Problem | null {
    const reason = this.#look?.folderModeReason ?? null;
    return reason && folderModeProblems[reason];
  }

  /** Where mail arrives first, and its first screen at once; what comes in meanwhile is not left waiting for the other folders. */
  async #afterFolder(folder: FolderRow): Promise<void> {
    const isNews = holdsNewMail(folder) && folder.missingSince === null;
    if (isNews && this.#watch?.path !== folder.path) {
      if (!folder.backfillDone)
        await keepApart(this.#context, folder.id, () => bringHistory(this.#context, folder.id, 1));
      // Gmail may have begun to show All Mail, or ended it: mail is heard of elsewhere from now on.
      await this.#watch?.stop();
      if (!this.#options.isTurn) this.#startWatch(folder.path);
    }
    if (this.#hintedAt <= performance.now()) await this.#lookAtHinted();
  }

  async #lookAtHinted(): Promise<void> {
    this.#hintedAt = Infinity;
    const startedAt = performance.now();
    const folders = await foldersOf(store().read, this.#context.account.id);
    for (const path of this.#hints.paths()) {
      const folder = folders.find((one) => one.path === path);
      if (!folder) this.#hints.take(path);
      else if (await visitHinted(this.#context, this.#hints, folder, null))
        this.#hintedAt = Math.min(this.#hintedAt, this.#rechecks.again(this.#hints, path));
      else this.#rechecks.forget();
    }
    const at = performance.now();
    // A look that is quick may soon follow the last: at most a third of the time goes into looking.
    this.#gatherUntil = at + Math.min(2 * (at - startedAt), this.#options.timing.debounceMs);
    this.#hintedAt = Math.max(this.#hintedAt, this.#gatherUntil);
  }

  async #lookAtInbox(): Promise<void> {
    this.#inboxAt = performance.now() + this.#options.timing.unwatchedInboxMs;
    if (this.#isSaving()) this.#pollAt = performance.now() + pollMs(this.#options, this.#folderCount);
    await visitInbox(this.#context, this.#hints);
  }

  /** @returns whether there was any */
  async #bringHistory(): Promise<boolean> {
    const isBrought = (await prepareHistory(this.#context)) || (await bringNextHistory(this.#context));
    this.#pace.historyBrought();
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
    const { account, timing, seat, sessions } = this.#options;
    this.#watch = new Watch({ account, path, timing, seat, holds: sessions.holds }, (event) => {
      if (event.kind !== "closed") this.#hear(event);
    });
    this.#watch.start();
  }

  #hear(event: SessionEvent): void {
    if (event.kind === "closed") this.#alarm.ring();
    else if (this.#hints.hear(event)) {
      if (event.kind === "exists") this.#rechecks.forget();
      // The first word after a silence is looked into at once; only what follows soon is gathered.
      this.#hintedAt = Math.min(this.#hintedAt, this.#gatherUntil);
      this.#alarm.ring();
    }
  }
}

const connectionLost = () => new ImapError("network", "connection_lost", "The mail server ended the connection.");
