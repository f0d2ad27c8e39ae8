import type { DifferenceKind } from "../contracts/vocabulary.ts";
import type { healthEn } from "./health.en.ts";
import { syncReasonDe } from "./sync-reasons.de.ts";

const plural = (count: number, formatted: string, one: string, many: string) =>
  count === 1 ? one : many.replace("#", formatted);

const kinds: Record<DifferenceKind, string> = {
  "only-here": "ist hier und nicht auf dem Server",
  "only-there": "ist auf dem Server und nicht hier",
  flags: "hat andere Flags",
  unanswered: "wird vom Server aufgeführt, aber ohne Flags",
};

export const healthDe: typeof healthEn = {
  reason: syncReasonDe,

  budget: {
    title: "Was der Anbieter erlaubt",
    connections: "Verbindungen",
    bytes: "Empfangen in 24\u00a0h",
    waits: "Wartet",
    of: (used, most) => (most === null ? used : `${used} von ${most}`),
    seats: { turns: "wechselt sich mit anderen Konten dieses Servers ab", waiting: "wartet, bis es an der Reihe ist" },
    waitsForBytes: (what, until) =>
      `${what}: wartet bis ${until}, denn das meiste von dem, was der Anbieter am Tag erlaubt, ist verbraucht.`,
    scopes: {
      bodies: "Texte auf Vorrat",
      background: "Ältere E-\u2060Mails",
      fetches: "Texte und Anhänge",
      all: "Alles",
      sending: "Versand",
    },
  },
  text: "Ob das, was Sie hier sehen, dem entspricht, was die Mailserver haben, und woher wir das wissen.",
  toAccount: "Konto öffnen",
  columns: {
    account: "Konto",
    state: "Zustand",
    lag: "Verzug",
    contact: "Letzter Kontakt",
    connections: "Verbindungen",
    traffic: "Letzte 24\u00a0h",
  },
  hints: {
    lag: "Wie lange es her ist, dass alle Ordner nachweislich dem Server entsprachen.",
    traffic: "Bytes zum IMAP-Server und von ihm.",
  },
  never: "Nie",
  inStepNever: "–",
  since: "Seit",
  received: (bytes) => `${bytes} empfangen`,
  sent: (bytes) => `${bytes} gesendet`,
  setAside: (_count, formatted) => `${formatted} beiseitegelegt`,
  empty: {
    title: "Noch kein Postfach verbunden",
    text: "Sobald es eines gibt, stehen hier sein Zustand, seine Ordner und jeder Fehler.",
    action: "Konto verbinden",
  },

  comparison: {
    title: "Abgleich mit dem Server",
    text: "Jede UID und jedes Flag in jedem Ordner. Was abweicht, wird benannt und behoben.",
    now: "Jetzt abgleichen",
    never: "Noch nicht abgeglichen.",
    waits: "Wartet auf die Verbindung zum Server.",
    begins: "Beginnt gleich.",
    running: (done, total) => `Abgleich läuft: ${done} von ${total}`,
    equal: (equal, total) => `${equal} von ${total} gleich`,
    bothEmpty: "Hier und dort leer",
    differed: (count, formatted) => plural(count, formatted, "1\u00a0Abweichung", "#\u00a0Abweichungen"),
    allMended: "behoben",
    someMended: (mended) => `davon ${mended} behoben`,
    notMended: "nicht behoben",
    pending: (count, formatted) =>
      plural(
        count,
        formatted,
        "1 wartet darauf, dass die Aktion eines Agenten den Server erreicht.",
        "# warten darauf, dass Aktionen von Agenten den Server erreichen.",
      ),
    news: (count, formatted) =>
      plural(
        count,
        formatted,
        "1 wurde gerade eben auf dem Server geändert.",
        "# wurden gerade eben auf dem Server geändert.",
      ),
    quarantined: (count, formatted) =>
      plural(
        count,
        formatted,
        "1 ließ sich nicht lesen und ist beiseitegelegt.",
        "# ließen sich nicht lesen und sind beiseitegelegt.",
      ),
    failedFolders: (count, formatted) =>
      plural(
        count,
        formatted,
        "1\u00a0Ordner ließ sich nicht abgleichen.",
        "#\u00a0Ordner ließen sich nicht abgleichen.",
      ),
    failed: "Er ließ sich nicht durchführen.",
    progress: (name) => `${name} wird abgeglichen`,
    begun: (name) => `${name} wird mit dem Server abgeglichen.`,
  },

  folders: {
    title: "Ordner",
    columns: {
      path: "Ordner",
      uidValidity: "UIDVALIDITY",
      server: "Auf dem Server",
      stored: "Hier",
      compared: "Letzter voller Abgleich",
    },
    none: "Sie erscheinen, sobald der Server geantwortet hat.",
    uidsOnly: "UIDs abgeglichen",
    neverCompared: "Nie",
    waits: "Wartet, bis er an der Reihe ist",
    running: (done, total) => `${done} von ${total}`,
    failed: "Fehlgeschlagen",
    history: "Der Verlauf wird geholt",
    showDifferences: (path) => `Was in ${path} abwich`,
    difference: (uid, kind) => `UID\u00a0${uid} ${kinds[kind]}`,
    flags: (here, there) => `: hier ${here}, dort ${there}`,
    noFlags: "keine",
    mended: "behoben",
    notMended: "noch nicht behoben",
    more: (formatted) => `und ${formatted} weitere`,
  },

  quarantine: {
    title: "Beiseitegelegt",
    text: "Der Server führt diese E-\u2060Mails auf, sie ließen sich aber nicht lesen. Sie werden von selbst erneut versucht, in immer größeren Abständen; auf dem Server wird nichts verändert.",
    tried: (count) => (count === 1 ? "Einmal versucht." : `${count}-mal versucht.`),
    nextTry: "Nächster Versuch",
    message: (path, uid) => `${path}, UID\u00a0${uid}`,
    again: "Erneut versuchen",
    againLabel: (path, uid) => `UID\u00a0${uid} in ${path} erneut zu lesen versuchen`,
    source: "Quelltext",
    sourceLabel: (path, uid) => `Quelltext von UID\u00a0${uid} in ${path} speichern`,
    trying: (uid) => `UID\u00a0${uid} wird erneut versucht.`,
  },

  errors: {
    title: "Letzte Fehler",
    none: "In letzter Zeit ist nichts schiefgegangen.",
    times: (count) => `${count}-mal`,
    since: "seit",
  },

  alert: {
    one: (name) => `${name} braucht seit über einer Stunde Aufmerksamkeit.`,
    many: (count) => `${count}\u00a0Konten brauchen seit über einer Stunde Aufmerksamkeit.`,
    meaning: "Die E-\u2060Mails warten auf dem Server, bis sich jemand darum kümmert.",
    meaningOfMany: "Die E-\u2060Mails warten auf den Servern, bis sich jemand darum kümmert.",
    action: "Ansehen, was fehlt",
    dismiss: "Ausblenden",
  },
};
