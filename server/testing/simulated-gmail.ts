/** Gmail as its limits are: so many connections, so many bytes a day, and everybody locked out who takes more. Its sessions need no network. */
import { ImapError } from "../imap/errors.ts";
import type { FolderStatus, HeaderRow, ImapSession, RemoteFolder, SessionEvent, UidRange } from "../imap/session.ts";

type Mail = { uid: number; at: Date; bodyBytes: number };

const commandBytes = 2000;
const headerBytes = 20_000;
const lockout = "NO [OVERQUOTA] Account exceeded command or bandwidth limits. (Failure)";

export class SimulatedGmail {
  readonly mails: Mail[] = [];
  readonly sessions = new Set<SimulatedSession>();
  /** What went over the wire to all of the mailbox's clients. */
  usedBytes = 0;
  lockoutCount = 0;
  refusedCount = 0;
  mostConnections = 0;
  /** Grows with whatever is asked of it. */
  activityCount = 0;
  readonly #limits: { connectionsMax: number; dailyBytes: number; connectionsElsewhere: number };

  constructor(limits: { connectionsMax: number; dailyBytes: number; connectionsElsewhere: number }) {
    this.#limits = limits;
  }

  deliver(bodyBytes: number, at = new Date()): void {
    this.mails.push({ uid: this.mails.length + 1, at, bodyBytes });
    for (const session of this.sessions) session.emit({ kind: "exists", path: "INBOX", count: this.mails.length });
  }

  connect(): ImapSession {
    const count = this.sessions.size + 1 + this.#limits.connectionsElsewhere;
    if (count > this.#limits.connectionsMax) {
      this.refusedCount += 1;
      throw new ImapError("refused", "too_many_connections", "Too many simultaneous connections. (Failure)");
    }
    this.mostConnections = Math.max(this.mostConnections, count);
    const session = new SimulatedSession(this);
    this.sessions.add(session);
    return session;
  }

  /** @throws once the day's bytes are used up */
  spend(bytes: number): void {
    this.activityCount += 1;
    this.usedBytes += bytes;
    if (this.usedBytes <= this.#limits.dailyBytes) return;
    this.lockoutCount += 1;
    throw new ImapError("throttled", "bandwidth", lockout);
  }
}

const never = () => Promise.reject(new Error("The simulated Gmail does not do this."));

class SimulatedSession implements ImapSession {
  readonly capabilities = {
    qresync: false, condstore: true, idle: true, notify: false, move: true, uidplus: true, esearch: true, listStatus: true,
    specialUse: true, objectId: false, gmail: false, messageLimit: null, names: ["IMAP4REV1", "X-GM-EXT-1"],
  }; // prettier-ignore
  readonly serverWords = "Gimap ready";
  readonly #gmail: SimulatedGmail;
  readonly #listeners = new Set<(event: SessionEvent) => void>();
  #receivedBytes = 0;
  #isOpen = true;
  #selected: string | null = null;
  #wake = () => {};

  constructor(gmail: SimulatedGmail) {
    this.#gmail = gmail;
  }

  readonly createFolder = never;
  readonly renameFolder = never;
  readonly deleteFolder = never;
  readonly subscribeFolder = never;
  readonly storeFlags = never;
  readonly storeLabels = never;
  readonly move = never;
  readonly removeCopied = never;
  readonly append = never;
  readonly fetchSource = never;
  readonly fetchSources = never;
  readonly countChanged = () => Promise.resolve(null);
  readonly countUids = () => Promise.resolve(null);

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get selectedPath(): string | null {
    return this.#selected;
  }

  get selectedUidValidity(): bigint {
    return this.#selected === null ? 0n : 1n;
  }

  get selectedCount(): number | null {
    return this.#selected === null ? null : this.#gmail.mails.length;
  }

  get traffic(): { sentBytes: number; receivedBytes: number } {
    return { sentBytes: 0, receivedBytes: this.#receivedBytes };
  }

  listen(listener: (event: SessionEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: SessionEvent): void {
    if (event.kind === "exists" && this.#selected === null) return;
    for (const listener of this.#listeners) listener(event);
  }

  async listFolders(): Promise<RemoteFolder[]> {
    this.#receive(commandBytes);
    return [
      { path: "INBOX", name: "INBOX", delimiter: "/", selectable: true, serverRole: "inbox", namespacePrefix: "", status: this.#status(), mailboxId: null },
    ]; // prettier-ignore
  }

  async status(): Promise<FolderStatus> {
    this.#receive(commandBytes);
    return this.#status();
  }

  async select(path: string) {
    this.#receive(commandBytes);
    this.#selected = path;
    const { messageCount, uidNext, highestModseq } = this.#status();
    const folder = { path, uidValidity: 1n, uidNext, messageCount, highestModseq };
    return { ...folder, readOnly: false, permanentFlags: ["\\*"], mailboxId: null, resync: null };
  }

  async unselect(): Promise<boolean> {
    this.#selected = null;
    return true;
  }

  async searchUids({ from, to }: UidRange, since?: Date): Promise<number[]> {
    const found = this.#within(from, to).filter((mail) => !since || mail.at >= since);
    this.#receive(commandBytes + found.length * 6);
    return found.map(({ uid }) => uid);
  }

  async searchHeader(): Promise<number[]> {
    this.#receive(commandBytes);
    return [];
  }

  readonly searchProviderMessage = () => this.searchHeader();

  async fetchHeaders(uids: number[]) {
    this.#receive(commandBytes + uids.length * headerBytes);
    return { rows: uids.flatMap((uid) => this.#row(uid) ?? []), otherFlags: [], missingUids: [] };
  }

  async fetchHeadersDegraded(uid: number): Promise<HeaderRow | null> {
    this.#receive(headerBytes);
    return this.#row(uid);
  }

  async fetchFlags({ from, to }: UidRange, changedSince?: bigint) {
    const found = this.#within(from, to).filter(({ uid }) => changedSince === undefined || BigInt(uid) > changedSince);
    this.#receive(commandBytes + found.length * 50);
    return { rows: found.map(({ uid }) => ({ uid, flags: [], modseq: BigInt(uid) })), vanished: [] };
  }

  async fetchParts(uid: number, parts: string[]) {
    const found = await this.fetchPartsOfMany([{ uid, parts }]);
    return found.get(uid) ?? new Map<string, Buffer>();
  }

  async fetchPartsOfMany(wanted: { uid: number; parts: string[] }[]) {
    this.#receive(wanted.reduce((sum, { uid }) => sum + (this.#gmail.mails[uid - 1]?.bodyBytes ?? 0), 0));
    return new Map(wanted.map(({ uid }) => [uid, new Map([["1", Buffer.from(`Hello ${uid}.\r\n`)]])]));
  }

  async notify(): Promise<boolean> {
    return false;
  }

  /** Until aborted: news comes by the listeners. */
  idle(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }

  prove = () => this.noop();
  async noop(): Promise<void> {
    this.#receive(100);
  }

  async logout(): Promise<void> {
    this.destroy();
  }

  destroy(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#gmail.sessions.delete(this);
    this.#wake();
    this.emit({ kind: "closed", error: null, bye: "" });
  }

  #receive(bytes: number): void {
    if (!this.#isOpen) throw new ImapError("network", "connection_lost", "The connection was lost.");
    this.#receivedBytes += bytes;
    this.#gmail.spend(bytes);
  }

  #status() {
    const { length } = this.#gmail.mails;
    return { messageCount: length, unseenCount: length, uidNext: length + 1, uidValidity: 1n, highestModseq: BigInt(length) }; // prettier-ignore
  }

  #within(from: number, to: number): Mail[] {
    return this.#gmail.mails.slice(Math.max(0, from - 1), Number.isFinite(to) ? to : undefined);
  }

  #row(uid: number): HeaderRow | null {
    const mail = this.#gmail.mails[uid - 1];
    if (!mail) return null;
    const text = {
      part: "1",
      contentType: "text/plain",
      charset: "utf-8",
      encoding: "7bit",
      filename: "",
      contentId: "",
    };
    const headers = [
      `Message-ID: <${uid}@customer.test>`, "From: Ada <ada@customer.test>", "To: help@team.test", `Subject: Mail ${uid}`,
      `Date: ${mail.at.toUTCString()}`, "", "",
    ]; // prettier-ignore
    return {
      uid,
      flags: [],
      modseq: BigInt(uid),
      receivedAt: mail.at,
      sizeBytes: mail.bodyBytes,
      headers: Buffer.from(headers.join("\r\n")),
      parts: [{ ...text, sizeBytes: mail.bodyBytes, disposition: "" }],
    };
  }
}
