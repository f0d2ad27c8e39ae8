import type { AgentRole } from "../contracts/vocabulary.ts";
import type { agentsEn } from "./agents.en.ts";

const roles: Record<AgentRole, { label: string; hint: string }> = {
  agent: { label: "Agent", hint: "liest und beantwortet die E-\u2060Mails der eigenen Posteingänge" },
  admin: { label: "Admin", hint: "verwaltet außerdem Konten, Posteingänge und Agenten" },
};

export const agentsDe: typeof agentsEn = {
  text: "Wer hier arbeitet und wer welche Posteingänge sieht.",
  roles,
  role: "Rolle",
  states: { active: "Aktiv", invited: "Eingeladen", deactivated: "Deaktiviert" },
  invite: "Agenten einladen",
  alone: {
    title: "Sie sind als Erste hier",
    text: "Wen Sie einladen, der teilt Ihre Posteingänge: Wer was übernimmt, sehen beide sofort.",
  },
  inviteTitle: "Agenten einladen",
  inviteText:
    "Sie erhalten einen Link, der drei Tage und genau einmal gilt. Postroom verschickt selbst keine E-\u2060Mails: Geben Sie ihn weiter.",
  emailAddress: "E-\u2060Mail-Adresse",
  name: "Name",
  inboxes: "Posteingänge",
  inboxesHint: "Deren E-\u2060Mails diese Person sieht.",
  noInbox: "Kein Posteingang",
  allInboxes: "Alle Posteingänge",
  makeLink: "Link erstellen",
  linkTitle: (name) => `Ein Link für ${name}`,
  inviteLinkText:
    "Kopieren Sie ihn jetzt und geben Sie ihn weiter: Er wird nur dieses eine Mal gezeigt. Er gilt drei Tage und genau einmal.",
  resetLinkText:
    "Kopieren Sie ihn jetzt und geben Sie ihn weiter: Er wird nur dieses eine Mal gezeigt. Er gilt eine Stunde und führt zu einem neuen Passwort.",
  newInviteLink: "Ein neuer Einladungslink beendet den bisherigen, falls es einen gibt.",
  newResetLink:
    "Damit lässt sich ein neues Passwort setzen, das alle bestehenden Sitzungen beendet. Frühere Links gelten nicht mehr.",
  link: "Link",
  menuLabel: (name) => `Aktionen für ${name}`,
  roleLabel: (name) => `Rolle von ${name}`,
  roleChanged: (name, role) => `${name} ist jetzt ${role}.`,
  changeInboxes: "Posteingänge …",
  inboxesTitle: (name) => `Posteingänge von ${name}`,
  resetLink: "Passwort-Link …",
  inviteLink: "Neuer Einladungslink …",
  deactivate: "Deaktivieren",
  activate: "Wieder aktivieren",
  deactivated: (name) => `${name} ist deaktiviert und überall abgemeldet.`,
  activated: (name) => `${name} ist wieder aktiv.`,
  you: "Sie",
  invitations: "Offene Links",
  invitationsText: "Einladungen und Passwort-Links, die noch niemand genutzt hat.",
  expires: "endet",
  revoke: "Zurückziehen",
  revokeLabel: (address) => `Link für ${address} zurückziehen`,
  revoked: (address) => `Der Link für ${address} gilt nicht mehr.`,
};
