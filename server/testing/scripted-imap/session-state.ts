/** What one connection knows: who is logged in, which folder is selected, and which messages it was told of. */
import type { Capability } from "./capabilities.ts";
import type { ScriptedFolder, StoredMessage } from "./scripted-folder.ts";
import type { ScriptedMailbox } from "./scripted-mailbox.ts";
import { list, setText } from "./wire.ts";

export type Selected = {
  folder: ScriptedFolder;
  isReadOnly: boolean;
  /** UIDs by sequence number, as the client counts them. */
  view: number[];
  toldModseq: bigint;
  /** Modseqs of this client's own silent changes. */
  silent: Map<number, bigint>;
};

/** A command that cannot be done: the tagged answer. */
export class Refusal extends Error {}

export class SessionState {
  readonly capabilities: ReadonlySet<Capability>;
  readonly enabled = new Set<string>();
  user = "";
  mailbox: ScriptedMailbox | null = null;
  selected: Selected | null = null;
  isLoggedOut = false;
  readonly #lines: string[] = [];
  readonly #onChange: () => void;

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
    this.selected = { folder, isReadOnly, view, toldModseq: folder.highestModseq, silent: new Map() };
    folder.listeners.add(this.#onChange);
    return this.selected;
  }

  close(): void {
    this.selected?.folder.listeners.delete(this.#onChange);
    this.selected = null;
  }

  /** CONDSTORE is on from the first command that speaks of it (RFC 7162 §3.1). */
  get tellsModseq(): boolean {
    return this.enabled.has("CONDSTORE") && this.selected?.folder.options.noModseq !== true;
  }

  /** `FETCH` line of a message's flags, with what this client has enabled. */
  flagsLine(sequence: number, message: StoredMessage, withUid: boolean): string {
    const items = [`FLAGS ${list([...message.flags])}`];
    if (withUid || this.enabled.has("QRESYNC")) items.unshift(`UID ${message.uid}`);
    if (this.tellsModseq) items.push(`MODSEQ (${message.modseq})`);
    return `${sequence} FETCH ${list(items)}`;
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
    if (this.enabled.has("QRESYNC")) this.untagged(`VANISHED ${setText(gone)}`);
    for (let index = view.length - 1; index >= 0; index -= 1) {
      if (folder.find(view[index] ?? 0)) continue;
      view.splice(index, 1);
      if (!this.enabled.has("QRESYNC")) this.untagged(`${index + 1} EXPUNGE`);
    }
  }
}
