import { signInProblemsDe } from "./sign-in-problems.de.ts";
import type { oauthEn } from "./oauth.en.ts";

export const oauthDe: typeof oauthEn = {
  signInWith: (provider) => `Mit ${provider} anmelden`,
  or: "oder",
  orPassword: "Oder mit einem Passwort",
  opening: "Die Seite des Anbieters wird geöffnet …",
  signedIn: (provider, address) => `Bei ${provider} als ${address} angemeldet.`,
  signedInNameless: (provider) => `Bei ${provider} angemeldet.`,
  nothingStored: "Noch ist nichts gespeichert.",
  signInAgain: "Als jemand anderes anmelden",
  mailbox: "Postfach",
  mailboxHint:
    "Die Adresse des Postfachs. Für ein freigegebenes Postfach, das Sie öffnen dürfen, geben Sie dessen Adresse ein.",
  unknown:
    "Diese Anmeldung wurde nicht in diesem Browser begonnen, oder sie hat zu lange gedauert. Melden Sie sich erneut an.",
  gone: "Diese Anmeldung ist abgelaufen. Melden Sie sich erneut an.",
  problem: (code, detail) => signInProblemsDe.get(code) ?? detail,
  notSetUp: (provider) =>
    `${provider} verlangt die Anmeldung auf der eigenen Seite. Das ist hier noch nicht eingerichtet.`,
  notSetUpMissing: (names) => `Ein Admin muss ${names} auf dem Server eintragen.`,
  howToSetUp: "So wird es eingerichtet",
  reconnectTitle: (name) => `${name} neu verbinden`,
  reconnectText: (address, provider) =>
    `Sie haben sich bei ${provider} als ${address} angemeldet. Das wird am Mailserver geprüft, bevor es gespeichert wird.`,
  reconnectTextNameless: (provider) =>
    `Sie haben sich bei ${provider} angemeldet. Das wird am Mailserver geprüft, bevor es gespeichert wird.`,
  otherAddress: (account) =>
    `Dieses Konto ist ${account}. Fahren Sie nur fort, wenn die angemeldete Person dieses Postfach öffnen darf.`,
  reconnected: (name) => `${name} ist wieder verbunden.`,
  again: "Erneut anmelden",
  switchTo: (provider) => `Mit ${provider} anmelden …`,
  setup: {
    text: "Google und Microsoft lassen Mailprogramme über eine Anmeldung auf ihrer eigenen Seite herein (OAuth 2.0). Richten Sie sie einmal ein; danach bietet das Formular zum Verbinden sie an.",
    ready: "Eingerichtet",
    missing: "Nicht eingerichtet",
    redirectUri: "Weiterleitungsadresse",
    scopes: "Bereiche (Scopes)",
    variables: (names) =>
      `Tragen Sie ${names} dort ein, wo Postroom startet (Umgebung oder .env), und starten Sie neu.`,
    google: [
      "Öffnen Sie console.cloud.google.com und wählen oder erstellen Sie ein Projekt.",
      "„APIs und Dienste“ → „Bibliothek“: Suchen Sie „Gmail API“ und klicken Sie auf „Aktivieren“.",
      "„Google Auth Platform“ → „Branding“: Tragen Sie einen Namen, eine Support-Adresse und eine Kontaktadresse ein.",
      "„Zielgruppe“: Wählen Sie „Intern“, wenn alle Postfächer zu Ihrem Google Workspace gehören, sonst „Extern“, und klicken Sie auf „App veröffentlichen“: Im Veröffentlichungsstatus „Test“ endet jede Anmeldung nach sieben Tagen.",
      "„Datenzugriff“ → „Bereiche hinzufügen oder entfernen“: Fügen Sie die Bereiche von oben hinzu. https://mail.google.com/ ist ein eingeschränkter Bereich: Eine nicht überprüfte externe App zeigt eine Warnung („Erweitert“ → „… öffnen“) und nimmt höchstens 100 Personen an; Google überprüft sie auf Antrag.",
      "„Clients“ → „Client erstellen“ → „Webanwendung“. Fügen Sie unter „Autorisierte Weiterleitungs-URIs“ genau die Weiterleitungsadresse von oben ein.",
      "Kopieren Sie die Client-ID nach GOOGLE_CLIENT_ID und den Clientschlüssel nach GOOGLE_CLIENT_SECRET, und starten Sie Postroom neu.",
      "In Workspace: admin.google.com → „Apps“ → „Google Workspace“ → „Gmail“ → „Endnutzerzugriff“: IMAP muss eingeschaltet sein. Unter „Sicherheit“ → „API-Steuerung“ muss der Client-ID eventuell vertraut werden.",
      "Wer sein Google-Passwort ändert, muss sich hier erneut anmelden.",
    ],
    microsoft: [
      "Öffnen Sie entra.microsoft.com → „App-Registrierungen“ → „Neue Registrierung“.",
      "Unterstützte Kontotypen: Für die eigene Organisation wählen Sie „Nur Konten in diesem Organisationsverzeichnis“ und setzen MICROSOFT_TENANT auf die Verzeichnis-ID (Mandant). Für jede Organisation setzen Sie organizations, für persönliche Konten consumers, für beides bleibt es bei common.",
      "Umleitungs-URI: Wählen Sie die Plattform „Web“ und fügen Sie genau die Weiterleitungsadresse von oben ein.",
      "„API-Berechtigungen“ → „Berechtigung hinzufügen“ → „Microsoft Graph“ → „Delegierte Berechtigungen“: Wählen Sie IMAP.AccessAsUser.All, SMTP.Send, offline_access, openid, email und profile. Klicken Sie dann auf „Administratorzustimmung erteilen“.",
      "„Zertifikate & Geheimnisse“ → „Neuer geheimer Clientschlüssel“. Kopieren Sie sofort den Wert (nicht die Geheimnis-ID) und merken Sie sich, wann er abläuft: Vor diesem Tag muss ein neuer eingetragen werden.",
      "Setzen Sie MICROSOFT_CLIENT_ID auf die Anwendungs-ID (Client) und MICROSOFT_CLIENT_SECRET auf diesen Wert, und starten Sie Postroom neu.",
      "admin.microsoft.com → „Benutzer“ → „Aktive Benutzer“ → der Benutzer → „E-\u2060Mail“ → „E-\u2060Mail-Apps verwalten“: IMAP und „Authentifiziertes SMTP“ müssen angehakt sein. Bis Exchange es weiß, kann eine Stunde vergehen.",
      "Zum Senden braucht es SMTP AUTH: Sind Sicherheitsstandards eingeschaltet oder ist es für die Organisation aus, schaltet es ein Exchange-Administrator für das Postfach ein mit Set-CASMailbox -Identity support@example.com -SmtpClientAuthenticationDisabled $false.",
      "Für ein freigegebenes Postfach melden Sie sich als jemand mit Vollzugriff und „Senden als“ an und tragen im Formular die freigegebene Adresse ein.",
    ],
    generic: [
      "Registrieren Sie bei Ihrem Anbieter einen vertraulichen Web-Client mit Autorisierungscode, PKCE und Refresh-Tokens (Offline-Zugriff).",
      "Tragen Sie genau die Weiterleitungsadresse von oben ein.",
      "Setzen Sie MAIL_OAUTH_AUTHORIZE_URL, MAIL_OAUTH_TOKEN_URL, MAIL_OAUTH_CLIENT_ID, MAIL_OAUTH_CLIENT_SECRET und MAIL_OAUTH_SCOPE; MAIL_OAUTH_NAME steht auf der Schaltfläche.",
      "Nennt sich der Anbieter anders als der Ursprung seiner Authorize-URL, setzen Sie MAIL_OAUTH_ISSUER. MAIL_OAUTH_USERINFO_URL sagt, wer sich angemeldet hat; über MAIL_OAUTH_REVOKE_URL wird der Zugang zurückgegeben, wenn ein Konto entfernt wird.",
    ],
    genericName: "Anderer Anbieter",
  },
};
