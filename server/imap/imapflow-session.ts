/** The port over imapflow: each verb has a file of its own, here they are put in a queue. */
import type { ImapFlow } from "imapflow";
import { appendMessage } from "./append-message.ts";
import { capabilitiesOf } from "./capabilities.ts";
import type { Connection } from "./connection.ts";
import { createFolder } from "./create-folder.ts";
import { deleteFolder } from "./delete-folder.ts";
import { ImapError } from "./errors.ts";
import { fetchFlags } from "./fetch-flags.ts";
import { fetchHeaders, fetchHeadersDegraded } from "./fetch-headers.ts";
import { fetchPartsOfMany, fetchSource, fetchSources, type WantedParts } from "./fetch-parts.ts";
import { folderStatus } from "./folder-status.ts";
import { idle } from "./idle.ts";
import { allowSilence, replaceInternals, unselect } from "./imapflow-internals.ts";
import { listFolders } from "./list-folders.ts";
import { moveMessages, removeCopied } from "./move-messages.ts";
import { noop } from "./noop.ts";
import { notify } from "./notify.ts";
import { prove } from "./prove.ts";
import { renameFolder } from "./rename-folder.ts";
import { tokenBigint, tokenNumber } from "./response-tokens.ts";
import { countChanged, countUidsOf, searchHeader, searchProviderMessage, searchUids } from "./search-uids.ts";
import { selectFolder, type Resync, type SelectAnswer } from "./select-folder.ts";
import { SessionEvents } from "./session-events.ts";
import type { HeaderRow, ImapSession, ServerCapabilities, SessionEvent, Silence, UidRange } from "./session.ts";
import { storeFlags, storeLabels } from "./store-flags.ts";
import { subscribeFolder } from "./subscribe-folder.ts";

const logoutMs = 2000;

type Options = { host: string; secrets: string[]; verbMs?: number; silence?: Silence };

export class ImapflowSession implements ImapSession {
  readonly #connection: Connection;
  readonly #selectAnswer: SelectAnswer = { highestModseq: null, uidNext: null };
  readonly #verbMs: number | null;
  readonly #silence: Silence | null;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param client connected and logged in
   * @param options.verbMs how long a verb but `idle` may take
   * @param options.silence how long the server may say nothing; left out, it is as the client was made
   */
  constructor(client: ImapFlow, { host, secrets, verbMs, silence }: Options) {
    this.#verbMs = verbMs ?? null;
    this.#silence = silence ?? null;
    const events = new SessionEvents(client);
    const capabilities = capabilitiesOf(client);
    const refused = { isIdleRefused: false, isListStatusRefused: false };
    this.#connection = { client, host, capabilities, events, ...refused, listing: null, secrets };
    replaceInternals(client, {
      vanished: (untagged, mailbox) => events.takeVanished(untagged, mailbox),
      responseCode: {
        HIGHESTMODSEQ: ([value]) => (this.#selectAnswer.highestModseq ??= tokenBigint(value)),
        UIDNEXT: ([value]) => (this.#selectAnswer.uidNext ??= tokenNumber(value)),
      },
    });
  }

  get capabilities(): ServerCapabilities {
    return this.#connection.capabilities;
  }

  get serverWords(): string {
    const { greeting, serverInfo } = this.#connection.client;
    return [greeting, serverInfo?.name, serverInfo?.vendor].filter(Boolean).join(" ").slice(0, 500);
  }

  get isOpen(): boolean {
    return this.#connection.client.usable;
  }

  get selectedPath(): string | null {
    const { mailbox } = this.#connection.client;
    return mailbox ? mailbox.path : null;
  }

  get selectedUidValidity(): bigint {
    const { mailbox } = this.#connection.client;
    return mailbox ? (mailbox.uidValidity ?? 0n) : 0n;
  }

  get selectedCount(): number | null {
    const { mailbox } = this.#connection.client;
    return mailbox ? (mailbox.exists ?? null) : null;
  }

  get traffic(): { sentBytes: number; receivedBytes: number } {
    const { sent, received } = this.#connection.client.stats();
    return { sentBytes: sent, receivedBytes: received };
  }

  listen(listener: (event: SessionEvent) => void): () => void {
    return this.#connection.events.listen(listener);
  }

  listFolders() {
    return this.#next(listFolders);
  }

  status(path: string) {
    return this.#next((connection) => folderStatus(connection, path));
  }

  createFolder(path: string) {
    return this.#next((connection) => createFolder(connection, path));
  }

  renameFolder(path: string, toPath: string) {
    return this.#next((connection) => renameFolder(connection, path, toPath));
  }

  deleteFolder(path: string) {
    return this.#next((connection) => deleteFolder(connection, path));
  }

  subscribeFolder(path: string, subscribed: boolean) {
    return this.#next((connection) => subscribeFolder(connection, path, subscribed));
  }

  select(path: string, resync?: Resync) {
    return this.#next((connection) => selectFolder(connection, path, this.#selectAnswer, resync));
  }

  unselect() {
    return this.#next(({ client }) => unselect(client));
  }

  searchUids(range: UidRange, since?: Date) {
    return this.#next((connection) => searchUids(connection, range, since));
  }

  countChanged(since: bigint) {
    return this.#next((connection) => countChanged(connection, since));
  }

  countUids(range: UidRange) {
    return this.#next((connection) => countUidsOf(connection, range));
  }

  searchHeader(field: string, value: string, range?: UidRange) {
    return this.#next((connection) => searchHeader(connection, field, value, range));
  }

  searchProviderMessage(providerMessageId: string) {
    return this.#next((connection) => searchProviderMessage(connection, providerMessageId));
  }

  fetchHeaders(uids: number[], take?: (row: HeaderRow) => void) {
    return this.#next((connection) => fetchHeaders(connection, uids, take));
  }

  fetchHeadersDegraded(uid: number, skipCount?: number) {
    return this.#next((connection) => fetchHeadersDegraded(connection, uid, skipCount));
  }

  fetchFlags(range: UidRange, changedSince?: bigint) {
    return this.#next((connection) => fetchFlags(connection, range, changedSince));
  }

  async fetchParts(uid: number, parts: string[], maxBytes: number) {
    const found = await this.fetchPartsOfMany([{ uid, parts }], maxBytes);
    return found.get(uid) ?? new Map<string, Buffer>();
  }

  fetchPartsOfMany(wanted: WantedParts[], maxBytes: number) {
    return this.#next((connection) => fetchPartsOfMany(connection, wanted, maxBytes));
  }

  fetchSource(uid: number, maxBytes: number) {
    return this.#next((connection) => fetchSource(connection, uid, maxBytes));
  }

  fetchSources(uids: number[], maxBytes: number) {
    return this.#next((connection) => fetchSources(connection, uids, maxBytes));
  }

  storeFlags(uids: number[], change: { add: string[]; remove: string[] }) {
    return this.#next((connection) => storeFlags(connection, uids, change));
  }

  storeLabels(uids: number[], change: { add: string[]; remove: string[] }) {
    return this.#next((connection) => storeLabels(connection, uids, change));
  }

  move(uids: number[], destination: string) {
    return this.#next((connection) => moveMessages(connection, uids, destination));
  }

  removeCopied(uids: number[]) {
    return this.#next((connection) => removeCopied(connection, uids));
  }

  append(path: string, source: Buffer, flags: string[], receivedAt: Date) {
    return this.#next((connection) => appendMessage(connection, path, source, flags, receivedAt));
  }

  notify() {
    return this.#next(notify);
  }

  idle(signal: AbortSignal, renewMs: number) {
    return this.#next((connection) => idle(connection, signal, renewMs), null);
  }

  noop() {
    return this.#next(noop);
  }

  prove(withinMs: number) {
    return prove(this, withinMs);
  }

  async logout(): Promise<void> {
    const { client } = this.#connection;
    const deadline = setTimeout(() => client.close(), logoutMs);
    // Whether the server says goodbye or not, the connection is closed.
    await client.logout().catch(() => undefined);
    clearTimeout(deadline);
    client.close();
  }

  destroy(): void {
    this.#connection.client.close();
  }

  /** One at a time, in the order of the calls; what a verb does in several commands is not interrupted. */
  #next<T>(verb: (connection: Connection) => Promise<T>, verbMs = this.#verbMs): Promise<T> {
    const turn = this.#last.then(async () => {
      if (!this.isOpen)
        throw new ImapError("network", "connection_lost", "The connection to the mail server was lost.");
      const deadline = verbMs === null ? null : setTimeout(() => this.destroy(), verbMs);
      this.#allowSilence("owingMs");
      try {
        return await verb(this.#connection);
      } finally {
        if (deadline) clearTimeout(deadline);
        this.#allowSilence("restingMs");
      }
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #allowSilence(when: keyof Silence): void {
    if (this.#silence) allowSilence(this.#connection.client, this.#silence[when]);
  }
}
