import type { SearchMistake } from "../search/query-tree.ts";
import type { searchEn } from "./search.en.ts";

const operators: typeof searchEn.operators = {
  from: { help: "Wer schrieb", example: "from:ada" },
  to: { help: "Wer es bekam, auch als Kopie", example: "to:support" },
  cc: { help: "Wer eine Kopie bekam", example: "cc:chef@example.org" },
  subject: { help: "Wörter des Betreffs", example: "subject:rechnung" },
  body: { help: "Wörter des Textes", example: 'body:"bitte abholen"' },
  filename: { help: "Namen angehängter Dateien", example: "filename:bericht.pdf" },
  note: { help: "Wörter der Notizen", example: "note:erstattung" },
  has: { help: "Mit Anhängen oder Notizen", example: "has:attachment" },
  is: { help: "In welchem Zustand", example: "is:unseen" },
  in: { help: "Wo es liegt", example: "in:trash" },
  tag: { help: "Mit diesem Schlagwort", example: "tag:vip" },
  assignee: { help: "Wem es zugewiesen ist", example: "assignee:me" },
  account: { help: "In diesem Konto", example: "account:support" },
  before: { help: "Älter als ein Tag, Monat oder Jahr", example: "before:2026-03" },
  after: { help: "Ab einem Tag, Monat oder Jahr", example: "after:2026-03-15" },
};

function mistake(one: SearchMistake): string {
  switch (one.code) {
    case "unknown-operator":
      return one.nearest === null
        ? `„${one.name}:“ gibt es nicht. In Anführungszeichen wird nach den Wörtern gesucht.`
        : `„${one.name}:“ gibt es nicht. Meinten Sie „${one.nearest}:“?`;
    case "unknown-value":
      return `„${one.operator}:“ kennt kein „${one.value}“. Möglich sind ${one.choices.join(", ")}.`;
    case "missing-value":
      return `Hinter „${one.operator}:“ muss unmittelbar etwas stehen.`;
    case "bad-date":
      return `„${one.value}“ ist kein Datum. Schreiben Sie 2026-03-15, 2026-03 oder 2026.`;
    case "no-words":
      return `„${one.value}“ enthält keine Buchstaben oder Ziffern.`;
    case "open-quote":
      return "Dieses Anführungszeichen wird nicht geschlossen.";
    case "open-parenthesis":
      return "Diese Klammer wird nicht geschlossen.";
    case "stray-parenthesis":
      return "Diese Klammer schließt nichts.";
    case "stray-or":
      return "OR steht zwischen zwei Dingen, nach denen gesucht wird.";
    case "stray-not":
      return "Danach muss stehen, was nicht vorkommen soll.";
    case "too-long":
      return "Das sind zu viele Wörter für eine Suche.";
    case "too-deep":
      return "Das sind zu viele Möglichkeiten für eine Suche.";
    default:
      return one satisfies never;
  }
}

export const searchDe: typeof searchEn = {
  operators,
  mistake,
  mistakes: "Diese Suche lässt sich nicht ausführen",
  suggestions: "Vorschläge",
  sections: { recent: "Früher gesucht", operators: "Eingrenzen", people: "Personen", values: "Auswählen" },
  forgetRecent: "Diese Suchen vergessen",
  me: "Ich",
  nobody: "Niemand",
  progress: (done, all) => `Bisher sind die Texte von ${done} von ${all} E-\u2060Mails durchsuchbar.`,
  noResults: {
    title: "Nichts gefunden",
    text: "Gesucht wird in Betreff, Personen, Text, Dateinamen und Notizen, ohne Rücksicht auf Akzente. So lässt sich die Suche eingrenzen:",
  },
  saveSearch: "Suche speichern",
  views: "Gespeicherte Suchen",
  viewMenu: (name) => `„${name}“ ändern`,
  renameView: "Umbenennen",
  removeView: "Entfernen",
  shareView: "Allen zeigen",
  dialog: {
    addTitle: "Diese Suche speichern",
    editTitle: "Gespeicherte Suche",
    name: "Name",
    query: "Suche",
    shared: "Allen zeigen; jeder sieht nur E-\u2060Mails der eigenen Posteingänge",
    save: "Speichern",
  },
  failed: {
    saveView: "Die Suche konnte nicht gespeichert werden.",
    removeView: "Die gespeicherte Suche konnte nicht entfernt werden.",
  },
  inNote: "Notiz",
  inFile: "Datei",
};
