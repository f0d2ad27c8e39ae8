import { ScriptedFolder, type FolderEvent, type FolderOptions } from "./scripted-folder.ts";

export type FlagChange = { add?: string[]; remove?: string[] };

/**
 * How long a server with QRESYNC remembers what vanished: for ever; until it has told a session once (Cyrus); until it has told anybody
 * once; not at all. A server that kept no log names every UID that is not there, as RFC 7162 §3.2.5.1 wants.
 */
export type VanishedMemory = "for-ever" | "once-a-session" | "once" | "none" | "no-log";

const usualNames = ["Sent", "Drafts", "Trash", "Junk", "Archive"];

/** One user's mail: what the server speaks of, and what a test does behind everybody's back. */
export class ScriptedMailbox {
  readonly prefix: string;
  /** Empty for a server whose folders have none below them (NIL, RFC 3501 §7.2.2). */
  delimiter: string;
  readonly folders = new Map<string, ScriptedFolder>();
  readonly subscribed = new Set<string>();
  /** Told what happened in any folder. */
  readonly listeners = new Set<(folder: ScriptedFolder, event: FolderEvent) => void>();
  vanishedMemory: VanishedMemory = "for-ever";
  /** How it spells INBOX in a list: in any case (RFC 3501 §5.1). */
  inboxName = "INBOX";
  #uidValidity = 1_700_000_000;
  #emailId = 1_000_000;

  /** @param names of the folders beside INBOX; none for not even that */
  constructor(prefix = "", delimiter = "/", names: readonly string[] = usualNames) {
    this.prefix = prefix;
    this.delimiter = delimiter;
    if (names.length > 0) this.create("INBOX");
    for (const name of names) this.create(prefix + name, { specialUse: `\\${name}` });
  }

  folder(path: string): ScriptedFolder {
    const found = this.folders.get(canonical(path));
    if (!found) throw new Error(`There is no folder ${path}.`);
    return found;
  }

  create(path: string, options: FolderOptions = {}): ScriptedFolder {
    return this.register(new ScriptedFolder(canonical(path), this.newUidValidity(), options));
  }

  newUidValidity(): number {
    this.#uidValidity += 1;
    return this.#uidValidity;
  }

  protected register(folder: ScriptedFolder): ScriptedFolder {
    folder.listeners.add((event) => {
      for (const listener of this.listeners) listener(folder, event);
    });
    this.folders.set(folder.path, folder);
    this.subscribed.add(folder.path);
    return folder;
  }

  delete(path: string): void {
    const folder = this.folder(path);
    folder.remove(folder.messages.map((message) => message.uid));
    this.folders.delete(folder.path);
  }

  /** Folders below it go along. */
  rename(from: string, to: string): void {
    const isConcerned = (path: string) =>
      path === from || (this.delimiter !== "" && path.startsWith(from + this.delimiter));
    const concerned = [...this.folders.values()].filter(({ path }) => isConcerned(path));
    for (const folder of concerned) {
      this.folders.delete(folder.path);
      folder.path = to + folder.path.slice(from.length);
      this.folders.set(folder.path, folder);
    }
  }

  /** @returns its UID */
  deliver(source: Buffer | string, path = "INBOX", flags: string[] = [], receivedAt = new Date()): number {
    const folder = this.folders.get(canonical(path)) ?? this.create(path);
    return folder.add({
      source: Buffer.from(source).toString("latin1"),
      flags,
      receivedAt,
      emailId: this.newEmailId(),
    });
  }

  newEmailId(): string {
    this.#emailId += 1;
    return String(this.#emailId);
  }

  setFlags(path: string, uids: number[], { add = [], remove = [] }: FlagChange): void {
    this.folder(path).setFlags(uids, (flags) => {
      for (const flag of add) flags.add(flag);
      for (const flag of remove) flags.delete(flag);
    });
  }

  expunge(path: string, uids: number[]): void {
    this.folder(path).remove(uids);
  }

  /** @returns source UID to destination UID, of those that were there */
  copy(path: string, uids: Iterable<number>, destination: string): Map<number, number> {
    const [from, to] = [this.folder(path), this.folder(destination)];
    const copies = new Map<number, number>();
    for (const uid of uids) {
      const message = from.find(uid);
      if (message) copies.set(uid, to.add(message));
    }
    return copies;
  }

  move(path: string, uids: Iterable<number>, destination: string): Map<number, number> {
    const moved = this.copy(path, uids, destination);
    this.folder(path).remove(moved.keys());
    return moved;
  }

  /** What stands in a folder: UIDs with their flags, for comparing with what was synced. */
  contents(path: string): { uid: number; flags: string[]; source: string }[] {
    return this.folder(path).messages.map(({ uid, flags, source }) => ({ uid, flags: [...flags].sort(), source }));
  }
}

const canonical = (path: string): string => (path.toUpperCase() === "INBOX" ? "INBOX" : path);
