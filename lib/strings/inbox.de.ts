import type { ConversationSort } from "../contracts/conversation.ts";
import type { AccountState, ConversationView, FolderRole } from "../contracts/vocabulary.ts";
import type { inboxEn } from "./inbox.en.ts";

const views: Record<ConversationView, string> = {
  open: "Posteingang",
  mine: "Meine",
  unassigned: "Nicht zugewiesen",
  pending: "Wartend",
  snoozed: "Zurückgestellt",
  closed: "Geschlossen",
  all: "Alle E-\u2060Mails",
  sent: "Gesendet",
  drafts: "Entwürfe",
  archive: "Archiv",
  junk: "Spam",
  trash: "Papierkorb",
};

const empty: Record<ConversationView, { title: string; text: string }> = {
  open: {
    title: "Alles erledigt",
    text: "Neue E-\u2060Mails aus allen Konten erscheinen hier, sobald sie auf ihrem Server ankommen.",
  },
  mine: {
    title: "Nichts auf Ihrem Tisch",
    text: "Hier warten die Konversationen, die Ihnen zugewiesen sind. Mit m übernehmen Sie eine.",
  },
  unassigned: {
    title: "Alles ist vergeben",
    text: "Hier warten offene Konversationen, die noch niemand übernommen hat.",
  },
  pending: { title: "Nichts wartet", text: "Hier ruhen Konversationen, die auf die Antwort anderer warten." },
  snoozed: {
    title: "Nichts zurückgestellt",
    text: "Stellen Sie eine Konversation mit h zurück, und sie kommt wieder, wann Sie es wollen.",
  },
  closed: {
    title: "Noch nichts geschlossen",
    text: "Hier bleiben erledigte Konversationen. Eine Antwort öffnet sie wieder.",
  },
  all: { title: "Noch keine E-\u2060Mails", text: "Hier sind alle Konversationen, offene und geschlossene." },
  sent: {
    title: "Noch nichts gesendet",
    text: "Hier steht, was Ihr Team schreibt, mit welchem Programm auch immer es gesendet wurde.",
  },
  drafts: { title: "Keine Entwürfe", text: "Was gerade geschrieben wird, ist hier schon beim Tippen gespeichert." },
  archive: {
    title: "Das Archiv ist leer",
    text: "Archivierte E-\u2060Mails liegen hier und im Archivordner ihres Kontos.",
  },
  junk: { title: "Kein Spam", text: "Was Sie oder Ihr Mailserver als Spam einstufen, liegt hier abseits." },
  trash: {
    title: "Der Papierkorb ist leer",
    text: "Weggeworfene E-\u2060Mails liegen hier, bis ihr Server sie endgültig entfernt.",
  },
};

const roles: Record<FolderRole, string> = {
  inbox: "Posteingang",
  sent: "Gesendet",
  drafts: "Entwürfe",
  trash: "Papierkorb",
  junk: "Spam",
  archive: "Archiv",
  all: "Alle E-\u2060Mails",
  none: "Ordner",
};

const accountStates: Record<AccountState, string> = {
  connecting: "Verbindet",
  syncing: "E-\u2060Mails werden geholt",
  live: "Live",
  waiting: "Wartet auf neuen Versuch",
  "needs-attention": "Braucht Aufmerksamkeit",
  paused: "Angehalten",
};

const sorts: Record<ConversationSort, string> = { newest: "Neue", oldest: "Alte", waiting: "Wartende", best: "Beste" };

export const inboxDe: typeof inboxEn = {
  views,
  empty,
  roles,
  accountStates,
  sorts,
  sortLabel: "Reihenfolge",
  navigation: "Ansichten",
  phoneBar: "Wichtigste Aktionen",
  conversations: "Konversationen",
  teamInboxes: "Posteingänge",
  accounts: "Konten",
  tags: "Schlagwörter",
  tagMenu: (name) => `Was mit dem Schlagwort ${name} geschehen soll`,
  more: "Mehr Ansichten",
  fewer: "Weniger Ansichten",
  searchPlaceholder: "Suchen",
  searchLabel: "E-\u2060Mails durchsuchen",
  clearSearch: "Suche löschen",
  searchResults: (query) => `„${query}“`,
  noFilterResults: { title: "Hier ist nichts", text: "Keine Konversation dieser Ansicht gehört zu Ihrer Auswahl." },
  showAll: "Ganze Ansicht zeigen",
  connectFirst: {
    title: "Verbinden Sie ein Postfach",
    text: "Seine E-\u2060Mails kommen hier an, die neuesten zuerst, und was Sie hier tun, geschieht auch dort.",
    action: "Konto verbinden",
  },
  arriving: {
    title: "E-\u2060Mails sind unterwegs",
    text: "Die neuesten kommen zuerst; Sie können schon damit arbeiten, während der Rest folgt.",
    progress: (name) => `E-\u2060Mails von ${name}`,
    count: (done, total) => `${done} von ${total}`,
  },
  listFailed: "Die Liste ließ sich nicht laden.",
  openCount: (count) => `${count} offen`,
  shownCount: (count) => count,
  newCount: (count) => `${count} neu`,
  arrived: (count, subject) => (count === 1 ? `Neue E-\u2060Mail: ${subject}` : `${count} neue Konversationen`),
  selected: (count) => `${count} ausgewählt`,
  selectAll: "Alle geladenen auswählen",
  selectNone: "Auswahl aufheben",
  select: (subject) => `${subject} auswählen`,
  noSubject: "(kein Betreff)",
  nobody: "(niemand)",
  unseen: "Ungelesen",
  flagged: "Gekennzeichnet",
  attachments: (count) => (count === 1 ? "1\u00a0Anhang" : `${count}\u00a0Anhänge`),
  messageCount: (count) => (count === 1 ? "1\u00a0Nachricht" : `${count}\u00a0Nachrichten`),
  assignedTo: (name) => `Zugewiesen an ${name}`,
  moreTags: (count) => `+${count}`,
  expandAccount: (name) => `Ordner von ${name}`,
  accountLabel: (address, state) => `${address}: ${state}`,
  percent: (share) => share,
  collapseSidebar: "Seitenleiste einklappen",
  expandSidebar: "Seitenleiste ausklappen",
  openSidebar: "Ansichten und Konten",
  dragged: (count) => (count === 1 ? "1 Konversation" : `${count} Konversationen`),
  openInTab: "In neuem Tab öffnen",
  linkCopied: "Link kopiert",
  linkNotCopied: (href) => `Dieser Browser lässt den Link nicht kopieren: ${href}`,
  resizeList: "Breite der Liste",
  compact: "Kompakte Zeilen",
  profile: "Profil",
  settings: "Einstellungen",
  signOut: "Abmelden",
  agentMenu: "Sie und Ihre Einstellungen",
  density: "Zeilen",
  comfortable: "Zweizeilig",
  oneLine: "Einzeilig",
};
