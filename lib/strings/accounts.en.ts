import type { AccountMode, AccountState, ConnectionSecurity, FolderRoleSource } from "../contracts/vocabulary.ts";
import { connectEn } from "./connect.en.ts";

const states: Record<AccountState, string> = {
  connecting: "Connecting",
  syncing: "Bringing history in",
  live: "Live",
  waiting: "Waiting to try again",
  "needs-attention": "Needs attention",
  paused: "Paused",
};

const modes: Record<AccountMode, { label: string; short: string; hint: string }> = {
  "two-way": {
    label: "Two-way",
    short: "two-way",
    hint: "What you do here happens on the server too: seen, flags, moves, trash, what you send.",
  },
  "read-only": {
    label: "Read-only",
    short: "read-only",
    hint: "Mail flows in; nothing that you do here ever changes the server.",
  },
};

const securities: Record<ConnectionSecurity, string> = { tls: "TLS", starttls: "STARTTLS", none: "None" };

const securityWords: Record<ConnectionSecurity, string> = { ...securities, none: "no encryption" };

const sources: Record<FolderRoleSource, string> = {
  user: "your choice",
  server: "the server",
  name: "its name",
  none: "–",
};

export const accountsEn = {
  theMailServer: "The mail server",
  askedToWait: (provider: string, until: string) => `${provider} asked us to wait until ${until}.`,
  account: "Account",
  text: "Every mailbox that flows into the shared inbox.",
  connect: "Connect an account",
  states,
  modes,
  securities,
  securityWords,
  /** By the `provider` of an account; any other is plain IMAP. */
  providers: {
    gmail: "Google", outlook: "Microsoft", icloud: "iCloud", yahoo: "Yahoo", "yahoo-japan": "Yahoo! JAPAN", aol: "AOL",
    fastmail: "Fastmail", zoho: "Zoho", gmx: "GMX", "web.de": "WEB.DE", "mail.ru": "Mail.ru", yandex: "Yandex", proton: "Proton", sample: "Sample mail",
  } as Record<string, string>, // prettier-ignore
  genericProvider: "IMAP",
  mailCount: (count: number, formatted: string) => (count === 1 ? "1 mail" : `${formatted} mails`),
  mailsOf: (done: string, total: string) => `${done} of ${total} mails`,
  syncing: (share: string) => `Bringing history in, ${share}`,
  lastSynced: "checked",
  retryIn: (span: string) => `Next try in ${span}.`,
  retryNow: "Trying again now.",
  cannotSend: "Cannot send",
  /** What is wrong with a mail server; `detail` is the server’s own sentence, in English. */
  problem: (_code: string, detail: string) => detail,
  notLost: "Nothing is lost; it catches up at once.",
  lastMail: "Last checked",
  pausedText: "Nothing comes in and nothing goes out until you resume it.",
  connectingText: "Signing in and reading the list of folders.",
  about: (span: string) => `about ${span}`,
  seconds: (count: number) => `${count} s`,
  minutes: (count: number) => `${count} min`,
  hours: (count: number) => `${count} h`,
  reconnect: "Reconnect",
  menuLabel: (name: string) => `What to do with ${name}`,
  edit: "Names and signature …",
  pause: "Pause",
  resume: "Resume",
  newPassword: "New password …",
  syncNow: "Check now",
  folders: "Folders",
  move: "Move to another inbox …",
  remove: "Remove …",
  paused: (name: string) => `${name} is paused.`,
  resumed: (name: string) => `${name} is connecting again.`,
  checking: (name: string) => `Checking ${name} …`,
  empty: {
    title: "No mailbox is connected yet",
    text: "Connect one, and its mail flows into the shared inbox, newest first. The mail stays on its server too.",
    textForAgent: "An admin connects mailboxes here; their mail then appears in your inbox.",
  },
  editTitle: (name: string) => `Names and signature of ${name}`,
  signature: {
    label: "Signature",
    hint: "Below mail that is sent from here. Left empty, each agent signs with their own.",
    place: "In a reply it goes",
    above: "above the quote",
    below: "below the quote",
  },
  name: "Name",
  nameHint: "What your team calls this mailbox.",
  senderName: "Sender name",
  senderNameHint: (address: string) => `What others see beside ${address}.`,
  passwordTitle: (name: string) => `New password for ${name}`,
  passwordText: (address: string, host: string) => `${address} at ${host}. It is tried before it is kept.`,
  password: "Password",
  passwordKeep: "Check and reconnect",
  passwordAnyway: "Keep it anyway",
  moveTitle: (name: string) => `Move ${name} to another inbox`,
  moveText: "Its mail goes with it: members of the new inbox see it, members of the old one no longer do.",
  inbox: "Inbox",
  moveAction: "Move",
  moved: (name: string, inbox: string) => `${name} is in ${inbox} now.`,
  removeTitle: (name: string) => `Remove ${name}?`,
  removeForgets: (address: string, mails: string) =>
    `Postroom forgets ${address}, its password and its copy of ${mails}. Notes, tags and assignments of conversations that lie in no other account go too.`,
  removeKeeps: (host: string) =>
    `Nothing is deleted on ${host}: every mail is still there. Connect it again, and it comes back.`,
  removeAction: "Remove",
  removed: (name: string) => `${name} is removed.`,
  mode: "Mode",
  details: "Connection",
  imap: "Incoming (IMAP)",
  smtp: "Outgoing (SMTP)",
  username: "User name",
  history: "History",
  historyAll: "all",
  historySince: "since",
  serverAt: (host: string, port: number, security: string) => `${host}:${port}, ${security}`,
  foldersTitle: "Folders",
  foldersText: "Where each folder of the server appears in Postroom.",
  compareNow: "Check now",
  columns: { path: "On the server", role: "Appears as", source: "Known from", mails: "Mails", stored: "Stored" },
  sources,
  standard: "standard",
  notSelectable: "holds folders only",
  primary: "Postroom files mail here",
  roleLabel: (path: string) => `${path} appears as`,
  giveBack: "As the server says",
  roleChanged: (path: string, role: string) => `${path} appears as ${role} now.`,
  quarantined: (count: number) => (count === 1 ? "1 unreadable" : `${count} unreadable`),
  quarantinedHint:
    "The server gave these in a form that could not be read. They are left alone on the server, and tried again with every full check.",
  parked: "Resting",
  parkedUntil: "Tried again",
  folderProgress: (path: string) => `${path}: history`,
  noFolders: { title: "No folders yet", text: "They appear as soon as the server has answered." },
  connectForm: connectEn,
};
