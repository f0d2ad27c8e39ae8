/**
 * Gmail's model of a mailbox: one store of messages, each once, in All Mail, Spam or Trash; folders are labels, and show what carries them.
 * What a command does to one folder is what Gmail makes of it: taking a message out of a label's folder takes off the label, copying one
 * into it puts the label on, and only Trash and Spam forget for good.
 */
import { headerField } from "../wire/mime-tree.ts";
import type { FolderOptions, NewMessage, ScriptedFolder } from "../scripted-folder.ts";
import { ScriptedMailbox } from "../scripted-mailbox.ts";
import { GmailView, type GmailMail, type GmailStore, type Shown } from "./gmail-view.ts";

export type GmailOptions = {
  /** `[Google Mail]` in some countries. */
  container?: string;
  /** Leaf names in the user's language. */
  names?: Partial<Record<(typeof leaves)[number]["name"], string>>;
  /** Renames and deletes labels without raising the MODSEQ of each message. */
  isQuietAboutLabels?: boolean;
};

const leaves = [
  { name: "All Mail", specialUse: "\\All", shown: "all" },
  { name: "Spam", specialUse: "\\Junk", shown: "spam" },
  { name: "Trash", specialUse: "\\Trash", shown: "trash" },
  { name: "Sent Mail", specialUse: "\\Sent", shown: { label: "\\Sent" } },
  { name: "Drafts", specialUse: "\\Drafts", shown: { label: "\\Draft" } },
  { name: "Starred", specialUse: "\\Flagged", shown: { label: "\\Starred" } },
  { name: "Important", specialUse: "\\Important", shown: { label: "\\Important" } },
] as const satisfies readonly { name: string; specialUse: string; shown: Shown }[];

export class GmailMailbox extends ScriptedMailbox implements GmailStore {
  /** In the order in which they came. */
  readonly mails = new Set<GmailMail>();
  readonly allMail: GmailView;
  readonly spam: GmailView;
  readonly trash: GmailView;
  readonly sent: GmailView;
  readonly #views: GmailView[] = [];
  /** By X-GM-MSGID, and by Message-ID. */
  readonly #byId = new Map<string, GmailMail>();
  readonly #isQuiet: boolean;
  /** How many messages a folder shows to mail programs, the newest ones; null for all. */
  #limit: number | null = null;

  constructor({ container = "[Gmail]", names = {}, isQuietAboutLabels = false }: GmailOptions = {}) {
    super("", "/", []);
    this.#isQuiet = isQuietAboutLabels;
    this.#view("INBOX", { label: "\\Inbox" });
    this.create(container, { selectable: false });
    const own = leaves.map(({ name, specialUse, shown }) =>
      this.#view(`${container}/${names[name] ?? name}`, shown, { specialUse }),
    );
    const [allMail, spam, trash, sent] = own;
    if (!allMail || !spam || !trash || !sent) throw new Error("Gmail has these.");
    this.allMail = allMail;
    this.spam = spam;
    this.trash = trash;
    this.sent = sent;
  }

  override create(path: string, options: FolderOptions = {}): ScriptedFolder {
    return options.selectable === false ? super.create(path, options) : this.#view(path, { label: path }, options);
  }

  /** The user's own labels. */
  get labels(): string[] {
    return this.#views.flatMap(({ label }) => (label === null || label.startsWith("\\") ? [] : label));
  }

  view(path: string): GmailView {
    const found = this.#views.find((view) => view.path === path);
    if (!found) throw new Error(`There is no folder ${path}.`);
    return found;
  }

  override delete(path: string): void {
    const view = this.view(path);
    const mails = [...this.mails].filter(({ labels }) => view.label !== null && labels.includes(view.label));
    this.#views.splice(this.#views.indexOf(view), 1);
    this.folders.delete(path);
    for (const mail of mails) mail.labels.splice(0, mail.labels.length, ...mail.labels.filter((label) => label !== view.label)); // prettier-ignore
    this.#settle(mails, !this.#isQuiet);
  }

  override rename(from: string, to: string): void {
    super.rename(from, to);
    for (const view of this.#views) {
      const { label } = view;
      if (label === null || label === view.path || (label !== from && !label.startsWith(`${from}/`))) continue;
      const mails = [...this.mails].filter(({ labels }) => labels.includes(label));
      for (const { labels } of mails) labels.splice(labels.indexOf(label), 1, view.path);
      view.shown = { label: view.path };
      this.#settle(mails, !this.#isQuiet);
    }
  }

  /** A message leaves a label's folder by its label; All Mail it does not leave. */
  override move(path: string, uids: Iterable<number>, destination: string): Map<number, number> {
    const moved = this.copy(path, uids, destination);
    const from = this.view(this.folder(path).path);
    if (from.label !== null && from !== this.folder(destination)) from.remove(moved.keys());
    return moved;
  }

  /** “Show in IMAP”, for All Mail. */
  showAllMail(isShown: boolean): void {
    if (isShown) this.folders.set(this.allMail.path, this.allMail);
    else this.folders.delete(this.allMail.path);
  }

  limitFolders(limit: number | null): void {
    this.#limit = limit;
    this.settleAll();
  }

  /** After labels of messages were written by hand. */
  settleAll(): void {
    this.#settle([...this.mails], false);
  }

  enter(view: GmailView, message: NewMessage): number {
    const mail = this.#known(message) ?? this.#newMail(message);
    const { shown } = view;
    mail.where = typeof shown === "string" ? shown : "all";
    if (mail.where !== "all") drop(mail, "\\Inbox");
    if (typeof shown === "object") this.#put(mail, shown.label);
    this.#settle([mail], true);
    return view.uidOf(mail) ?? 0;
  }

  leave({ shown }: GmailView, mails: GmailMail[]): void {
    for (const mail of mails) {
      if (typeof shown === "object") this.#take(mail, shown.label);
      else if (shown === "all") mail.where = "trash";
      else this.#forget(mail);
    }
    this.#settle(mails, true);
  }

  flag(mails: GmailMail[], change: (flags: Set<string>) => void): void {
    const changed = mails.filter(({ flags }) => {
      const before = [...flags].sort().join(" ");
      change(flags);
      return [...flags].sort().join(" ") !== before;
    });
    this.#settle(changed, true);
  }

  label(mails: GmailMail[], { add, remove }: { add: readonly string[]; remove: readonly string[] }): void {
    for (const label of add) if (!label.startsWith("\\") && !this.labels.includes(label)) this.create(label);
    const changed = mails.filter((mail) => {
      const before = JSON.stringify([mail.labels, mail.flags.has("\\Flagged")]);
      for (const label of add) this.#put(mail, label);
      for (const label of remove) this.#take(mail, label);
      return JSON.stringify([mail.labels, mail.flags.has("\\Flagged")]) !== before;
    });
    this.#settle(changed, true);
  }

  #view(path: string, shown: Shown, options: FolderOptions = {}): GmailView {
    const view = new GmailView(path, this.newUidValidity(), shown, this, options);
    this.register(view);
    this.#views.push(view);
    for (const mail of this.mails) if (view.holds(mail)) view.show(mail);
    return view;
  }

  /** Gmail keeps one message of a Message-ID, however often it is appended. */
  #known({ emailId, source }: NewMessage): GmailMail | undefined {
    return this.#byId.get(emailId) ?? this.#byId.get(idOf({ source }));
  }

  #newMail({ emailId, source, flags, receivedAt }: NewMessage): GmailMail {
    const named = `${headerField(source, "in-reply-to")} ${headerField(source, "references")}`;
    const before = (named.match(/<[^>]+>/g) ?? []).map((id) => this.#byId.get(id)).find((mail) => mail !== undefined);
    const threadId = before?.threadId ?? emailId;
    const mail: GmailMail = { emailId, threadId, source, receivedAt, labels: [], flags: new Set(flags), where: "all" };
    this.mails.add(mail);
    this.#byId.set(emailId, mail);
    if (idOf(mail) !== "") this.#byId.set(idOf(mail), mail);
    return mail;
  }

  #forget(mail: GmailMail): void {
    this.mails.delete(mail);
    this.#byId.delete(mail.emailId);
    this.#byId.delete(idOf(mail));
  }

  #put(mail: GmailMail, label: string): void {
    if (label === "\\Starred") mail.flags.add("\\Flagged");
    else if (!mail.labels.includes(label)) mail.labels.push(label);
  }

  #take(mail: GmailMail, label: string): void {
    if (label === "\\Starred") mail.flags.delete("\\Flagged");
    else drop(mail, label);
  }

  /** Has every folder show what it holds. */
  #settle(mails: readonly GmailMail[], isTold: boolean): void {
    for (const view of this.#views) {
      const stays: number[] = [];
      for (const mail of mails) {
        const holds = this.mails.has(mail) && view.holds(mail);
        const uid = view.uidOf(mail);
        if (holds && uid === undefined) view.show(mail);
        else if (!holds) view.hide(mail);
        else if (uid !== undefined) stays.push(uid);
      }
      if (isTold) view.touch(stays);
      this.#keepLimit(view);
    }
  }

  #keepLimit(view: GmailView): void {
    if (this.#limit === null || view.shown === "spam" || view.shown === "trash") return;
    const held = [...this.mails].filter((mail) => view.holds(mail));
    for (const mail of held.slice(0, -this.#limit)) view.hide(mail);
    for (const mail of held.slice(-this.#limit)) if (view.uidOf(mail) === undefined) view.show(mail);
  }
}

const idOf = ({ source }: Pick<GmailMail, "source">): string => headerField(source, "message-id");

function drop(mail: GmailMail, label: string): void {
  const at = mail.labels.indexOf(label);
  if (at >= 0) mail.labels.splice(at, 1);
}
