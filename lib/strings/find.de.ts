import type { findEn, SettingName } from "./find.en.ts";

const synonyms: Record<SettingName, string> = {
  connectAccount: "hinzufügen postfach mailbox e-mail imap smtp gmail outlook google microsoft neu",
  accounts: "postfächer e-mail adressen anhalten trennen entfernen server passwort ordner",
  inboxes: "team gemeinsam mitglieder posteingang farbe",
  tagKeywords: "schlüsselwörter labels imap gmail server",
  agents: "personen benutzer team mitglieder rollen admin deaktivieren passwort vergessen link",
  invitations: "einladen kollegin kollege benutzer beitreten hinzufügen",
  tags: "schlagwörter labels kategorien farben",
  cannedReplies: "vorlagen antwortvorlagen standardantworten schnellantworten snippets makros platzhalter schrägstrich",
  syncHealth: "status fehler probleme vergleichen fehlende mail quarantäne",
  transfers: "sicherung herunterladen mbox maildir eml umziehen kopieren archiv exportieren importieren",
  mailSignIn: "oauth google microsoft client id anmeldung",
  workspaceName: "firma team organisation titel",
  agentsMayConnect: "berechtigung rechte eigenes postfach erlauben",
  name: "anzeigename ich",
  signature: "unterschrift fußzeile grußformel abschluss",
  language: "englisch deutsch english übersetzung",
  theme: "dunkel hell nacht dark mode design darstellung farben schwarz",
  density: "kompakt zeilen abstand anzeige darstellung",
  password: "ändern kennwort anmelden sicherheit",
  sessions: "geräte browser abmelden ausloggen sicherheit",
  tokens: "api schlüssel skript zugriff entwickler integration",
};

export const findDe: typeof findEn = {
  label: "Einstellung suchen",
  group: "Einstellungen",
  count: (count) => (count === 1 ? "1 Einstellung" : `${count} Einstellungen`),
  none: "Keine Einstellung mit diesem Namen.",
  tagKeywords: "Schlagwörter auf Mailservern",
  synonyms,
};
