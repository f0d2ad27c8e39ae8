import { ScriptedFolder, type FolderOptions, type NewMessage } from "../scripted-folder.ts";

/** One message, once, whatever number of folders show it. */
export type GmailMail = {
  emailId: string;
  threadId: string;
  source: string;
  receivedAt: Date;
  /** All labels but \Starred, which is \Flagged. Changed in place: every folder that shows it speaks of the same list. */
  labels: string[];
  flags: Set<string>;
  where: "all" | "spam" | "trash";
};

/** What a folder shows: All Mail, Spam and Trash what lies there, every other one what carries its label. */
export type Shown = GmailMail["where"] | { label: string };

/** What happens in a folder happens to the messages, and so in every folder that shows them. */
export type GmailStore = {
  enter(view: GmailView, message: NewMessage): number;
  leave(view: GmailView, mails: GmailMail[]): void;
  flag(mails: GmailMail[], change: (flags: Set<string>) => void): void;
  label(mails: GmailMail[], change: { add: readonly string[]; remove: readonly string[] }): void;
};

export class GmailView extends ScriptedFolder {
  shown: Shown;
  readonly #store: GmailStore;
  readonly #uids = new Map<GmailMail, number>();
  readonly #mails = new Map<number, GmailMail>();

  constructor(path: string, uidValidity: number, shown: Shown, store: GmailStore, options: FolderOptions) {
    super(path, uidValidity, options);
    this.shown = shown;
    this.#store = store;
  }

  get label(): string | null {
    return typeof this.shown === "object" ? this.shown.label : null;
  }

  override get ownLabel(): string | null {
    return this.label;
  }

  holds(mail: GmailMail): boolean {
    if (typeof this.shown === "string") return mail.where === this.shown;
    if (mail.where !== "all") return false;
    return this.shown.label === "\\Starred" ? mail.flags.has("\\Flagged") : mail.labels.includes(this.shown.label);
  }

  uidOf(mail: GmailMail): number | undefined {
    return this.#uids.get(mail);
  }

  mailAt(uid: number): GmailMail | undefined {
    return this.#mails.get(uid);
  }

  show(mail: GmailMail): void {
    const uid = super.add(mail);
    const row = this.find(uid);
    if (row) Object.assign(row, { flags: mail.flags, labels: mail.labels });
    this.#uids.set(mail, uid);
    this.#mails.set(uid, mail);
  }

  hide(mail: GmailMail): void {
    const uid = this.#uids.get(mail);
    if (uid === undefined) return;
    this.#uids.delete(mail);
    this.#mails.delete(uid);
    super.remove([uid]);
  }

  override add(message: NewMessage): number {
    return this.#store.enter(this, message);
  }

  override setFlags(uids: Iterable<number>, change: (flags: Set<string>) => void): void {
    this.#store.flag(this.#at(uids), change);
  }

  override setLabels(uids: Iterable<number>, change: { add: readonly string[]; remove: readonly string[] }): void {
    this.#store.label(this.#at(uids), change);
  }

  override remove(uids: Iterable<number>): void {
    this.#store.leave(this, this.#at(uids));
  }

  override renumber(uidValidity?: number): void {
    const mails = this.messages.map((message) => this.#mails.get(message.uid));
    super.renumber(uidValidity);
    this.#mails.clear();
    for (const [index, message] of this.messages.entries()) {
      const mail = mails[index];
      if (!mail) continue;
      this.#mails.set(message.uid, mail);
      this.#uids.set(mail, message.uid);
    }
  }

  #at(uids: Iterable<number>): GmailMail[] {
    return [...uids].flatMap((uid) => this.#mails.get(uid) ?? []);
  }
}
