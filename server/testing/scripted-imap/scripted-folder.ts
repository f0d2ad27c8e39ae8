import { parseMime, type MimeNode } from "./wire/mime-tree.ts";

export type StoredMessage = {
  uid: number;
  flags: Set<string>;
  modseq: bigint;
  receivedAt: Date;
  /** latin1, one character a byte */
  source: string;
  /** A number; the same for every copy. */
  emailId: string;
  /** Gmail's thread; where there is none, each message is one. */
  threadId: string;
  /** Gmail's. */
  labels: string[];
};

export type NewMessage = Pick<StoredMessage, "source" | "receivedAt" | "emailId"> & {
  flags: Iterable<string>;
  labels?: string[];
  threadId?: string;
};

export type FolderOptions = {
  /** e.g. `\Sent`, told with SPECIAL-USE. */
  specialUse?: string;
  selectable?: boolean;
  readOnly?: boolean;
  /** Says NOMODSEQ even where CONDSTORE is on. */
  noModseq?: boolean;
  /** Without it only system flags are kept. */
  keepsKeywords?: boolean;
};

/** What happened to a folder, in the words of RFC 5465 §5. */
export type FolderEvent = "MessageNew" | "MessageExpunge" | "FlagChange";

type FolderListener = (event: FolderEvent) => void;

/** A folder and what happened to it; whoever has it selected listens. */
export class ScriptedFolder {
  path: string;
  uidValidity: number;
  /** The same for as long as the folder lives, whatever it is called and however its messages are counted (RFC 8474 §4). */
  readonly mailboxId: string;
  readonly options: FolderOptions;
  readonly messages: StoredMessage[] = [];
  readonly expunged: { uid: number; modseq: bigint }[] = [];
  readonly listeners = new Set<FolderListener>();
  uidNext = 1;
  highestModseq = 1n;
  readonly #trees = new WeakMap<StoredMessage, MimeNode>();

  constructor(path: string, uidValidity: number, options: FolderOptions = {}) {
    this.path = path;
    this.uidValidity = uidValidity;
    this.mailboxId = `F${uidValidity}`;
    this.options = options;
  }

  /** Gmail's label that the folder shows, which it does not tell of its messages. */
  get ownLabel(): string | null {
    return null;
  }

  get unseenCount(): number {
    return this.messages.filter((message) => !message.flags.has("\\Seen")).length;
  }

  find(uid: number): StoredMessage | undefined {
    let low = 0;
    let high = this.messages.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.messages[middle]?.uid ?? 0) < uid) low = middle + 1;
      else high = middle;
    }
    const found = this.messages[low];
    return found?.uid === uid ? found : undefined;
  }

  treeOf(message: StoredMessage): MimeNode {
    const known = this.#trees.get(message);
    if (known) return known;
    const tree = parseMime(message.source);
    this.#trees.set(message, tree);
    return tree;
  }

  add({ source, flags, receivedAt, emailId, threadId = emailId, labels = [] }: NewMessage): number {
    this.highestModseq += 1n;
    const uid = this.uidNext;
    this.uidNext += 1;
    const modseq = this.highestModseq;
    this.messages.push({ uid, flags: new Set(flags), modseq, receivedAt, source, emailId, threadId, labels });
    this.#tell("MessageNew");
    return uid;
  }

  setFlags(uids: Iterable<number>, change: (flags: Set<string>) => void): void {
    const changed: number[] = [];
    for (const uid of uids) {
      const message = this.find(uid);
      if (!message) continue;
      const before = [...message.flags].sort().join(" ");
      change(message.flags);
      if ([...message.flags].sort().join(" ") !== before) changed.push(uid);
    }
    this.touch(changed);
  }

  setLabels(uids: Iterable<number>, { add, remove }: { add: readonly string[]; remove: readonly string[] }): void {
    const changed = [...uids].flatMap((uid) => this.find(uid) ?? []);
    for (const message of changed)
      message.labels = [...new Set([...message.labels, ...add])].filter((label) => !remove.includes(label));
    this.touch(changed.map(({ uid }) => uid));
  }

  /** These messages have changed. */
  touch(uids: readonly number[]): void {
    if (uids.length === 0) return;
    this.highestModseq += 1n;
    for (const uid of uids) {
      const message = this.find(uid);
      if (message) message.modseq = this.highestModseq;
    }
    this.#tell("FlagChange");
  }

  remove(uids: Iterable<number>): void {
    const gone = new Set([...uids].filter((uid) => this.find(uid)));
    if (gone.size === 0) return;
    this.highestModseq += 1n;
    for (const uid of gone) this.expunged.push({ uid, modseq: this.highestModseq });
    const kept = this.messages.filter((message) => !gone.has(message.uid));
    this.messages.splice(0, this.messages.length, ...kept);
    this.#tell("MessageExpunge");
  }

  /** A new UIDVALIDITY: the same messages under new UIDs, as after a restored backup. */
  renumber(uidValidity = this.uidValidity + 1): void {
    this.uidValidity = uidValidity;
    this.uidNext = 1;
    this.expunged.length = 0;
    for (const message of this.messages) {
      message.uid = this.uidNext;
      this.uidNext += 1;
    }
    this.highestModseq += 1n;
    this.#tell("MessageNew");
  }

  #tell(event: FolderEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
