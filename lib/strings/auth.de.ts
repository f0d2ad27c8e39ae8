import type { PasswordStrength } from "../password-strength.ts";
import type { authEn } from "./auth.en.ts";

const strengths: Record<PasswordStrength, string> = {
  short: "Mindestens 12\u00a0Zeichen. Ein paar beliebige Wörter merkt man sich leicht, und sie sind schwer zu erraten.",
  weak: "Lang genug, aber leicht zu erraten. Ergänzen Sie etwas, das weder Ihr Name noch eine Tastenreihe noch eine Wiederholung ist.",
  fair: "Gut genug. Mit ein paar Zeichen mehr wird es stark.",
  strong: "Stark.",
};

export const authDe: typeof authEn = {
  emailAddress: "E-\u2060Mail-Adresse",
  password: "Passwort",
  name: "Ihr Name",
  newPassword: "Neues Passwort",
  showPassword: "Passwort anzeigen",
  hidePassword: "Passwort verbergen",
  strengths,
  signIn: {
    title: "Anmelden",
    heading: "Bei Postroom anmelden",
    action: "Anmelden",
    wrong:
      "Adresse und Passwort passen nicht zusammen, oder ein Admin hat diesen Zugang geschlossen. Prüfen Sie beides; ein Admin kann Ihnen einen neuen Link erstellen.",
    forgotten: "Passwort vergessen? Ein Admin Ihres Teams kann Ihnen einen Link für ein neues erstellen.",
    notSetUp:
      "Postroom ist noch nicht eingerichtet. Öffnen Sie den Einrichtungslink, den der Server beim Start ausgegeben hat.",
    welcome: "Ihr Passwort ist gesetzt. Melden Sie sich damit an.",
  },
  setup: {
    title: "Postroom einrichten",
    heading: "Postroom einrichten",
    text: "Sie sind zuerst hier, also werden Sie Admin. Posteingang, E-\u2060Mails und Kollegen kommen danach.",
    action: "Weiter",
    ended: {
      title: "Dieser Einrichtungslink gilt nicht",
      text: "Er wurde genutzt, ist abgelaufen, oder es gibt einen neueren. Der gültige steht in der jüngsten Zeile des Server-Logs; starten Sie den Server neu, um einen frischen zu erhalten.",
    },
    done: {
      title: "Postroom ist schon eingerichtet",
      text: "Es gibt einen Admin. Melden Sie sich an, oder lassen Sie sich einladen.",
    },
  },
  invite: {
    title: "Beitreten",
    heading: (workspace) => `${workspace} beitreten`,
    text: (address) => `Sie wurden als ${address} eingeladen. Wählen Sie ein Passwort, und Sie sind dabei.`,
    action: "Beitreten",
    ended: {
      title: "Dieser Link gilt nicht mehr",
      text: "Er wurde genutzt, zurückgezogen oder ist abgelaufen. Bitten Sie einen Admin Ihres Teams um einen neuen.",
    },
  },
  reset: {
    title: "Neues Passwort",
    heading: "Neues Passwort wählen",
    text: (address) => `Für ${address}. Es beendet alle Sitzungen, die noch offen sind.`,
    action: "Passwort setzen",
  },
  toSignIn: "Zur Anmeldung",
};
