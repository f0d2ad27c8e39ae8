import type { AccountMode, AccountState, ConnectionSecurity, FolderRoleSource } from "../contracts/vocabulary.ts";
import { accountsEn } from "./accounts.en.ts";
import { connectDe } from "./connect.de.ts";
import { problemsDe } from "./problems.de.ts";

const problems = new Map<string, string>(Object.entries(problemsDe));

const states: Record<AccountState, string> = {
  connecting: "Verbindet",
  syncing: "Verlauf wird geholt",
  live: "Live",
  waiting: "Wartet auf neuen Versuch",
  "needs-attention": "Braucht Aufmerksamkeit",
  paused: "Angehalten",
};

const modes: Record<AccountMode, { label: string; short: string; hint: string }> = {
  "two-way": {
    label: "In beide Richtungen",
    short: "beide Richtungen",
    hint: "Was Sie hier tun, geschieht auch auf dem Server: gelesen, gekennzeichnet, verschoben, gelöscht, gesendet.",
  },
  "read-only": {
    label: "Nur lesen",
    short: "nur lesen",
    hint: "E-\u2060Mails kommen herein; nichts, was Sie hier tun, ändert je etwas auf dem Server.",
  },
};

const securities: Record<ConnectionSecurity, string> = { tls: "TLS", starttls: "STARTTLS", none: "Keine" };

const securityWords: Record<ConnectionSecurity, string> = { ...securities, none: "unverschlüsselt" };

const sources: Record<FolderRoleSource, string> = {
  user: "Ihre Wahl",
  server: "der Server",
  name: "sein Name",
  none: "–",
};

export const accountsDe: typeof accountsEn = {
  theMailServer: "Der Mailserver",
  askedToWait: (provider, until) => `${provider} hat uns gebeten, bis ${until} zu warten.`,
  account: "Konto",
  text: "Alle Postfächer, deren E-\u2060Mails im gemeinsamen Posteingang ankommen.",
  connect: "Konto verbinden",
  states,
  modes,
  securities,
  securityWords,
  providers: { ...accountsEn.providers, sample: "Beispielmails" },
  genericProvider: "IMAP",
  mailCount: (count, formatted) => (count === 1 ? "1\u00a0E-\u2060Mail" : `${formatted}\u00a0E-\u2060Mails`),
  mailsOf: (done, total) => `${done} von ${total} E-\u2060Mails`,
  syncing: (share) => `Verlauf wird geholt, ${share}`,
  lastSynced: "geprüft",
  retryIn: (span) => `Nächster Versuch in ${span}.`,
  retryNow: "Neuer Versuch läuft.",
  cannotSend: "Kann nicht senden",
  problem: (code, detail) => problems.get(code) ?? detail,
  notLost: "Nichts geht verloren; sofort danach wird alles nachgeholt.",
  lastMail: "Zuletzt geprüft",
  pausedText: "Bis Sie fortsetzen, kommt nichts herein und geht nichts hinaus.",
  connectingText: "Anmeldung läuft, die Liste der Ordner wird gelesen.",
  about: (span) => `etwa ${span}`,
  seconds: (count) => `${count}\u00a0s`,
  minutes: (count) => `${count}\u00a0min`,
  hours: (count) => `${count}\u00a0h`,
  reconnect: "Neu verbinden",
  menuLabel: (name) => `Aktionen für ${name}`,
  edit: "Namen und Signatur …",
  pause: "Anhalten",
  resume: "Fortsetzen",
  newPassword: "Neues Passwort …",
  syncNow: "Jetzt prüfen",
  folders: "Ordner",
  move: "In anderen Posteingang verschieben …",
  remove: "Entfernen …",
  paused: (name) => `${name} ist angehalten.`,
  resumed: (name) => `${name} verbindet sich wieder.`,
  checking: (name) => `${name} wird geprüft …`,
  empty: {
    title: "Noch kein Postfach verbunden",
    text: "Verbinden Sie eines, und seine E-\u2060Mails kommen im gemeinsamen Posteingang an, die neuesten zuerst. Auf dem Server bleiben sie auch.",
    textForAgent: "Hier verbindet ein Admin Postfächer; deren E-\u2060Mails erscheinen dann in Ihrem Posteingang.",
  },
  editTitle: (name) => `Namen und Signatur von ${name}`,
  name: "Name",
  nameHint: "Wie Ihr Team dieses Postfach nennt.",
  signature: {
    label: "Signatur",
    hint: "Unter E-\u2060Mails, die von hier gesendet werden. Bleibt sie leer, gilt die persönliche.",
    place: "In einer Antwort steht sie",
    above: "über dem Zitat",
    below: "unter dem Zitat",
  },
  senderName: "Absendername",
  senderNameHint: (address) => `Was andere neben ${address} sehen.`,
  passwordTitle: (name) => `Neues Passwort für ${name}`,
  passwordText: (address, host) => `${address} bei ${host}. Es wird geprüft, bevor es gespeichert wird.`,
  password: "Passwort",
  passwordKeep: "Prüfen und neu verbinden",
  passwordAnyway: "Trotzdem speichern",
  moveTitle: (name) => `${name} in einen anderen Posteingang verschieben`,
  moveText: "Die E-\u2060Mails ziehen mit um: Mitglieder des neuen Posteingangs sehen sie, die des alten nicht mehr.",
  inbox: "Posteingang",
  moveAction: "Verschieben",
  moved: (name, inbox) => `${name} ist jetzt in ${inbox}.`,
  removeTitle: (name) => `${name} entfernen?`,
  removeForgets: (address, mails) =>
    `Postroom vergisst ${address}, das Passwort und seine Kopie von ${mails}. Notizen, Schlagwörter und Zuweisungen von Konversationen, die in keinem anderen Konto liegen, gehen mit verloren.`,
  removeKeeps: (host) =>
    `Auf ${host} wird nichts gelöscht: Alle E-\u2060Mails sind noch da. Verbinden Sie das Konto neu, und sie sind auch hier wieder da.`,
  removeAction: "Entfernen",
  removed: (name) => `${name} ist entfernt.`,
  mode: "Modus",
  details: "Verbindung",
  imap: "Eingang (IMAP)",
  smtp: "Ausgang (SMTP)",
  username: "Benutzername",
  history: "Verlauf",
  historyAll: "alles",
  historySince: "seit",
  serverAt: (host, port, security) => `${host}:${port}, ${security}`,
  foldersTitle: "Ordner",
  foldersText: "Wo jeder Ordner des Servers in Postroom erscheint.",
  compareNow: "Jetzt prüfen",
  columns: {
    path: "Auf dem Server",
    role: "Erscheint als",
    source: "Bekannt durch",
    mails: "E-\u2060Mails",
    stored: "Hier",
  },
  sources,
  standard: "Standard",
  notSelectable: "enthält nur Ordner",
  primary: "Hier legt Postroom E-\u2060Mails ab",
  roleLabel: (path) => `${path} erscheint als`,
  giveBack: "Wie der Server es sagt",
  roleChanged: (path, role) => `${path} erscheint jetzt als ${role}.`,
  quarantined: (count) => `${count}\u00a0unlesbar`,
  quarantinedHint:
    "Der Server hat diese in einer Form geliefert, die sich nicht lesen ließ. Auf dem Server bleiben sie unberührt und werden bei jedem vollen Abgleich erneut versucht.",
  parked: "Ruht",
  parkedUntil: "Nächster Versuch",
  folderProgress: (path) => `${path}: Verlauf`,
  noFolders: { title: "Noch keine Ordner", text: "Sie erscheinen, sobald der Server geantwortet hat." },
  connectForm: connectDe,
};
