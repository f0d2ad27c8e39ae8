/** What a provider wants before an account can be connected: `lib/providers` says it in English. */
const sentences = new Map([
  ["Google wants an app password: turn on 2-Step Verification, make a password for “Mail” and paste its 16 letters here.", "Google verlangt ein App-Passwort: Schalten Sie die Bestätigung in zwei Schritten ein, erstellen Sie ein Passwort für „Mail“ und fügen Sie seine 16 Buchstaben hier ein."],
  ["Google wants an app password (2-Step Verification must be on), and an administrator of your organisation must allow IMAP.", "Google verlangt ein App-Passwort (die Bestätigung in zwei Schritten muss eingeschaltet sein), und ein Admin Ihrer Organisation muss IMAP erlauben."],
  ["Proton Mail has no IMAP of its own: run Proton Mail Bridge beside this server and enter the host, ports and password that it shows.", "Proton Mail hat selbst kein IMAP: Starten Sie Proton Mail Bridge neben diesem Server und tragen Sie Server, Ports und Passwort ein, die es anzeigt."],
  ["Tuta has no IMAP, so its mailboxes cannot be connected.", "Tuta hat kein IMAP; seine Postfächer lassen sich nicht verbinden."],
  ["Microsoft does not accept passwords over IMAP and SMTP: it wants a sign-in with Microsoft (OAuth 2.0).", "Microsoft nimmt über IMAP und SMTP keine Passwörter an: Es verlangt eine Anmeldung bei Microsoft (OAuth 2.0)."],
  ["Turn on “POP3 and IMAP” in the e-mail settings of your mailbox first. With two-factor sign-in, use an application-specific password.", "Schalten Sie zuerst „POP3 und IMAP“ in den E-\u2060Mail-Einstellungen Ihres Postfachs ein. Bei Zwei-Faktor-Anmeldung nehmen Sie ein anwendungsspezifisches Passwort."],
  ["Turn on IMAP access in Zoho Mail’s settings. With two-factor sign-in, use an application-specific password.", "Schalten Sie den IMAP-Zugriff in den Einstellungen von Zoho Mail ein. Bei Zwei-Faktor-Anmeldung nehmen Sie ein anwendungsspezifisches Passwort."],
  ["Apple wants an app-specific password: make one at account.apple.com under Sign-In and Security.", "Apple verlangt ein anwendungsspezifisches Passwort: Erstellen Sie eines auf account.apple.com unter „Anmeldung & Sicherheit“."],
  ["Fastmail wants an app password: make one under Settings, Privacy & Security.", "Fastmail verlangt ein App-Passwort: Erstellen Sie eines unter „Settings“, „Privacy & Security“."],
  ["Mail.ru wants a password for external applications: make one in the security settings.", "Mail.ru verlangt ein Passwort für externe Anwendungen: Erstellen Sie eines in den Sicherheitseinstellungen."],
  ["Allow mail clients in Yandex Mail’s settings, then make an app password for “Mail” in Yandex ID.", "Erlauben Sie Mailprogramme in den Einstellungen von Yandex Mail, und erstellen Sie dann ein App-Passwort für „Mail“ in Yandex ID."],
  ["Yahoo wants an app password: make one under Account security and paste it here.", "Yahoo verlangt ein App-Passwort: Erstellen Sie eines unter „Kontosicherheit“ und fügen Sie es hier ein."],
  ["AOL wants an app password: make one under Account security and paste it here.", "AOL verlangt ein App-Passwort: Erstellen Sie eines unter „Kontosicherheit“ und fügen Sie es hier ein."],
]); // prettier-ignore

export const providerHelpDe = (text: string): string => sentences.get(text) ?? text;
