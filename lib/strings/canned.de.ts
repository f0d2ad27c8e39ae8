import type { PlaceholderName } from "../mail/placeholders.ts";
import type { cannedEn } from "./canned.en.ts";

const placeholders: Record<PlaceholderName, string> = {
  "contact.firstName": "Vorname des Kontakts",
  "contact.name": "Name des Kontakts",
  "contact.email": "Adresse des Kontakts",
  "agent.firstName": "Ihr Vorname",
  "agent.name": "Ihr Name",
  "inbox.name": "Name des Posteingangs",
  "conversation.number": "Nummer der Konversation",
  "conversation.subject": "Betreff",
};

export const cannedDe: typeof cannedEn = {
  text: "Antworten, die einmal geschrieben und oft gebraucht werden. Mit\u00a0/ fügen Sie sie in E-\u2060Mails ein.",
  add: "Neuer Textbaustein",
  create: "Anlegen",
  editTitle: "Textbaustein bearbeiten",
  name: "Name",
  nameHint: "Was Sie nach dem Schrägstrich tippen, zum Beispiel „Erstattung“.",
  reply: "Antwort",
  inbox: "Für",
  everybody: "Jeden Posteingang",
  placeholders: "Einsetzen, was von E-\u2060Mail zu E-\u2060Mail anders ist",
  placeholdersHint: "{{contact.firstName|zusammen}} begrüßt mit „zusammen“, wo kein Name bekannt ist.",
  placeholder: placeholders,
  editLabel: (name) => `${name} bearbeiten`,
  removeLabel: (name) => `${name} löschen`,
  remove: "Löschen",
  removeTitle: (name) => `„${name}“ löschen?`,
  removeText:
    "Niemand kann ihn mehr in eine E-\u2060Mail einfügen. E-\u2060Mails, in denen er steht, bleiben, wie sie sind.",
  removed: (name) => `„${name}“ ist gelöscht.`,
  saved: (name) => `„${name}“ ist als Textbaustein gespeichert.`,
  find: "Textbaustein suchen",
  noneFound: "In keinem Textbaustein steht das.",
  empty: {
    title: "Noch keine Textbausteine",
    text: "Speichern Sie eine Antwort, die Sie oft geben; mit / und ihrem Namen fügen Sie sie dann in jede E-\u2060Mail ein.",
  },
  insert: "Textbaustein einfügen",
  list: "Textbausteine",
  count: (count) => (count === 1 ? "1 Textbaustein" : `${count} Textbausteine`),
  manage: "Den ersten schreiben",
  keep: "Als Textbaustein speichern",
  unfilled: {
    title: (placeholder) => `${placeholder} ist noch nicht ausgefüllt.`,
    show: "Zeigen",
    sendAnyway: "Trotzdem senden",
  },
};
