import { reasonDe } from "./reasons.de.ts";
import type { ProblemCode } from "../contracts/problem.ts";
import type { commonEn } from "./common.en.ts";

const offline = "Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.";
const failed = "Bei uns ist etwas schiefgegangen. Versuchen Sie es gleich noch einmal.";

/** The server's own sentences are English; its codes are not. What is said of a field stands at the field. */
const problems: Record<ProblemCode, string> = {
  malformed: "Der Server hat die Anfrage nicht verstanden. Laden Sie die Seite neu und versuchen Sie es erneut.",
  invalid: "Eine der Angaben passt so nicht. Prüfen Sie sie und versuchen Sie es erneut.",
  unauthenticated: "Sie sind nicht mehr angemeldet. Melden Sie sich neu an.",
  forbidden: "Dazu fehlt Ihnen die Berechtigung.",
  bad_origin: "Postroom wurde unter einer Adresse geöffnet, die der Server nicht als seine kennt.",
  not_found: "Das gibt es nicht mehr, oder es gehört zu einem Posteingang, in dem Sie kein Mitglied sind.",
  stale: "Das wurde inzwischen geändert. Sehen Sie sich den neuen Stand an und versuchen Sie es erneut.",
  too_large: "Das ist zu groß.",
  rate_limited: "Das waren zu viele Versuche. Warten Sie einen Moment und versuchen Sie es erneut.",
  unavailable: "Das geht im Moment nicht. Versuchen Sie es gleich noch einmal.",
  conflict: "Das verträgt sich nicht mit dem, was schon da ist.",
  internal: failed,
};

export const commonDe: typeof commonEn = {
  description: "Der gemeinsame Posteingang Ihres Teams.",
  close: "Schließen",
  cancel: "Abbrechen",
  save: "Speichern",
  remove: "Entfernen",
  tryAgain: "Erneut versuchen",
  undo: "Rückgängig",
  more: "Mehr",
  back: "Zurück",
  notFoundTitle: "Hier ist nichts",
  notFoundText: "Es wurde vielleicht entfernt, oder es gehört zu einem Posteingang, in dem Sie kein Mitglied sind.",
  toInbox: "Zum Posteingang",
  errorTitle: "Diese Seite lässt sich nicht anzeigen",
  errorText: "Bei uns ist etwas schiefgegangen. Ihre E-\u2060Mails sind sicher; versuchen Sie es gleich noch einmal.",
  search: "Suchen",
  loading: "Wird geladen …",
  time: { today: "Heute", yesterday: "Gestern", tomorrow: "Morgen" },
  timeWithin: { today: "heute", yesterday: "gestern", tomorrow: "morgen" },
  notifications: "Mitteilungen",
  you: "Sie",
  offline,
  failed,
  reason: reasonDe,
  problem: (code, detail) =>
    code === "offline" ? offline : (new Map<string, string>(Object.entries(problems)).get(code) ?? (detail || failed)),
  theme: { label: "Farbschema", system: "Wie das System", light: "Hell", dark: "Dunkel" },
};
