/** What one connection knows: who is logged in, which folder is selected, and which messages it was told of. */
import type { Capability } from "./capabilities.ts";
import { notifiedItems, type Notifications } from "./notifications.ts";
import { Refusal } from "./refusal.ts";
import type { FolderEvent, ScriptedFolder, StoredMessage } from "./scripted-folder.ts";
import type { ScriptedMailbox } from "./scripted-mailbox.ts";
import { tellStatus } from "./tell-status.ts";
import { list, setText } from "./wire/words.ts";

export type Selected = {
  folder: ScriptedFolder;
  /** When it was selected. */
  uidValidity: number;
  isReadOnly: boolean;
  /** UIDs by sequence number, as the client counts them. */
  view: number[];
  toldModseq: bigint;
  /** Modseqs of this client's own silent changes. */
  silent: Map<number, bigint>;
};

export class SessionState {
  readonly capabilities: ReadonlySet<Capability>;
  readonly enabled = new Set<string>();
  user = "";
  mailbox: ScriptedMailbox | null = null;
  selected: Selected | null = null;
  notifications: Notifications | null = null;
  isLoggedOut = false;
  /** UIDs of which this session has heard that they vanished, by folder and UIDVALIDITY. */
  readonly #toldVanished = new Map<string, Set<number>>();
  readonly #lines: string[] = [];
  readonly #onChange: () => void;
  readonly #onAnyChange = (folder: ScriptedFolder, event: FolderEvent) => this.#noteChange(folder, event);

  readonly logIn: (name: string, password: string) => ScriptedMailbox | null;

  constructor(capabilities: readonly Capability[], logIn: SessionState["logIn"], onChange: () => void) {
    this.capabilities = new Set(capabilities);
    this.logIn = logIn;
    this.#onChange = onChange;
  }

  untagged(line: string): void {
    this.#lines.push(`* ${line}`);
  }

  takeLines(): string[] {
    return this.#lines.splice(0);
  }

  has(capability: Capability): boolean {
    return this.capabilities.has(capability);
  }

  need(capability: Capability): void {
    if (!this.has(capability)) throw new Refusal("BAD Unknown command.");
  }

  needMailbox(): ScriptedMailbox {
    if (!this.mailbox) throw new Refusal("BAD Log in first.");
    return this.mailbox;
  }

  needSelected(): Selected {
    if (!this.selected) throw new Refusal("BAD No folder is selected.");
    return this.selected;
  }

  open(folder: ScriptedFolder, isReadOnly: boolean): Selected {
    this.close();
    const view = folder.messages.map((message) => message.uid);
    const { uidValidity } = folder;
    this.selected = { folder, uidValidity, isReadOnly, view, toldModseq: folder.highestModseq, silent: new Map() };
    folder.listeners.add(this.#onChange);
    return this.selected;
  }

  enter(user: string, mailbox: ScriptedMailbox): void {
    this.user = user;
    this.mailbox = mailbox;
    mailbox.listeners.add(this.#onAnyChange);
  }

  /** When the connection ends: nobody is to be told any more. */
  leave(): void {
    this.close();
    this.mailbox?.listeners.delete(this.#onAnyChange);
  }

  /** The UIDs of the selected folder mean something else now: there is no going on with it. */
  get isRenumbered(): boolean {
    return this.selected !== null && this.selected.folder.uidValidity !== this.selected.uidValidity;
  }

  close(): void {
    this.selected?.folder.listeners.delete(this.#onChange);
    this.selected = null;
  }

  /** CONDSTORE is on from the first command that speaks of it (RFC 7162 §3.1). */
  get tellsModseq(): boolean {
    return this.enabled.has("CONDSTORE") && this.selected?.folder.options.noModseq !== true;
  }

  get knowsModseqs(): boolean {
    return this.has("CONDSTORE");
  }

  /** What vanished from a folder since a mod-sequence, as far as the server remembers. */
  rememberedVanished(folder: ScriptedFolder, since: bigint): number[] {
    const memory = this.mailbox?.vanishedMemory ?? "for-ever";
    if (memory === "none") return [];
    if (memory === "no-log") {
      const all = Array.from({ length: folder.uidNext - 1 }, (_, index) => index + 1);
      return all.filter((uid) => !folder.find(uid));
    }
    const told = memory === "once-a-session" ? this.#toldVanished.get(epochOf(folder)) : undefined;
    return folder.expunged.filter(({ uid, modseq }) => modseq > since && !told?.has(uid)).map(({ uid }) => uid);
  }

  vanishedTold(folder: ScriptedFolder, uids: number[]): void {
    const told = this.#toldVanished.get(epochOf(folder)) ?? new Set();
    for (const uid of uids) told.add(uid);
    this.#toldVanished.set(epochOf(folder), told);
    if (this.mailbox?.vanishedMemory !== "once") return;
    const kept = folder.expunged.filter(({ uid }) => !told.has(uid));
    folder.expunged.splice(0, folder.expunged.length, ...kept);
  }

  /** `FETCH` line of a message's flags, with what this client has enabled. */
  flagsLine(sequence: number, message: StoredMessage, withUid: boolean): string {
    const items = [`FLAGS ${list([...message.flags])}`];
    if (withUid || this.enabled.has("QRESYNC")) items.unshift(`UID ${message.uid}`);
    if (this.tellsModseq) items.push(`MODSEQ (${message.modseq})`);
    return `${sequence} FETCH ${list(items)}`;
  }

  /** Tells what happened in folders that are not selected, to whoever asked for it. */
  tellNotifications(): void {
    for (const [folder, events] of this.notifications?.take() ?? []) {
      if (this.mailbox?.folders.get(folder.path) !== folder) continue;
      tellStatus(this, folder, notifiedItems(events, this.knowsModseqs));
    }
  }

  /** Tells what changed since the last time. @param withExpunges not while sequence numbers are in use (RFC 3501 §7.4.1) */
  tellNews(withExpunges: boolean): void {
    const { selected } = this;
    if (!selected || selected.folder.highestModseq === selected.toldModseq) return;
    const { folder, view } = selected;
    if (withExpunges) this.#tellExpunges(selected);
    const newest = view.at(-1) ?? 0;
    for (const [index, uid] of view.entries()) {
      const message = folder.find(uid);
      if (!message || message.modseq <= selected.toldModseq || selected.silent.get(uid) === message.modseq) continue;
      this.untagged(this.flagsLine(index + 1, message, false));
    }
    const arrived = folder.messages.filter((message) => message.uid > newest);
    for (const message of arrived) view.push(message.uid);
    if (arrived.length > 0) this.untagged(`${view.length} EXISTS`);
    if (withExpunges) selected.toldModseq = folder.highestModseq;
  }

  #tellExpunges({ folder, view }: Selected): void {
    const gone = view.filter((uid) => !folder.find(uid));
    if (gone.length === 0) return;
    if (this.enabled.has("QRESYNC")) {
      this.untagged(`VANISHED ${setText(gone)}`);
      this.vanishedTold(folder, gone);
    }
    for (let index = view.length - 1; index >= 0; index -= 1) {
      if (folder.find(view[index] ?? 0)) continue;
      view.splice(index, 1);
      if (!this.enabled.has("QRESYNC")) this.untagged(`${index + 1} EXPUNGE`);
    }
  }

  #noteChange(folder: ScriptedFolder, event: FolderEvent): void {
    const { mailbox, notifications } = this;
    if (!mailbox || this.selected?.folder === folder) return;
    if (!notifications?.concerns(folder, mailbox, event)) return;
    notifications.note(folder, event);
    this.#onChange();
  }
}

const epochOf = ({ mailboxId, uidValidity }: ScriptedFolder): string => `${mailboxId}:${uidValidity}`;
