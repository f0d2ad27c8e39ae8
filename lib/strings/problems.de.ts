import type { ConnectionProblemCode } from "../contracts/account.ts";

/** What the server says of a mail server in English, by its code. Only what names no folder and no number of its own. */
export const problemsDe: Record<ConnectionProblemCode, string> = {
  name_not_found: "Einen Server mit diesem Namen gibt es nicht. Prüfen Sie die Schreibweise.",
  refused: "Der Server nimmt auf diesem Port keine Verbindungen an. Prüfen Sie den Port.",
  timeout: "Der Server hat nicht rechtzeitig geantwortet. Prüfen Sie Name, Port und Art der Verschlüsselung.",
  unreachable:
    "Die Verbindung zum Server brach ab oder kam nicht zustande. Versuchen Sie es erneut und prüfen Sie, ob eine Firewall im Weg ist.",
  address_not_allowed:
    "Der Server hat eine private Adresse. Wer Postroom betreibt, kann sie mit ALLOW_PRIVATE_HOSTS erlauben.",
  port_not_allowed: "Diesen Port nutzen Mailserver nicht. Üblich sind 993 und 143 für IMAP, 465 und 587 für SMTP.",
  plaintext_not_allowed:
    "Ohne Verschlüsselung könnte unterwegs jeder das Passwort lesen. Wählen Sie TLS oder STARTTLS.",
  tls_expired: "Das Zertifikat des Servers ist abgelaufen. Wer ihn betreibt, muss es erneuern.",
  tls_wrong_host:
    "Das Zertifikat des Servers gilt für einen anderen Namen. Tragen Sie den Namen ein, den der Anbieter angibt.",
  tls_self_signed:
    "Das Zertifikat des Servers stammt von niemandem, den man hier kennt. Wer Postroom betreibt, kann die Stelle mit NODE_EXTRA_CA_CERTS hinzufügen.",
  tls_failed:
    "Es kam keine verschlüsselte Verbindung zustande. Prüfen Sie, ob der Port zur gewählten Verschlüsselung passt.",
  starttls_missing: "Der Server bietet auf diesem Port kein STARTTLS an. Wählen Sie TLS.",
  wrong_password: "Der Mailserver hat Benutzername und Passwort nicht angenommen.",
  app_password_required:
    "Der Anbieter nimmt hier das übliche Passwort nicht an. Erstellen Sie in den Sicherheitseinstellungen des Postfachs ein App-Passwort und verwenden Sie es hier.",
  oauth_required:
    "Der Anbieter nimmt keine Passwörter an, sondern verlangt die Anmeldung auf seiner eigenen Seite (OAuth 2.0).",
  imap_disabled:
    "Der Zugriff durch Mailprogramme ist für dieses Postfach ausgeschaltet. Schalten Sie ihn beim Anbieter ein und versuchen Sie es erneut.",
  too_many_connections:
    "Von diesem Postfach sind schon zu viele Verbindungen offen. Schließen Sie andere Mailprogramme, oder versuchen Sie es in einigen Minuten erneut.",
  throttled: "Der Mailserver bittet um eine langsamere Gangart. Es geht in einigen Minuten weiter.",
  not_a_mail_server: "Was dort antwortet, ist kein Mailserver. Prüfen Sie Name und Port.",
  oauth_reconnect: "Die Anmeldung beim Anbieter ist beendet. Melden Sie sich erneut an.",
  oauth_scope_missing:
    "Beim Anbieter ist nicht alles erlaubt, was für E-\u2060Mail nötig ist. Melden Sie sich erneut an und erlauben Sie alles.",
  oauth_client_rejected:
    "Der Anbieter nimmt Client-ID und Client-Secret dieses Servers nicht an. Wer Postroom betreibt, muss sie erneuern.",
  oauth_not_configured:
    "Auf diesem Server fehlt die Client-ID für den Anbieter. Wer Postroom betreibt, muss sie wieder eintragen.",
  oauth_unavailable: "Der Anbieter kann zurzeit nicht um Zugang gebeten werden. Es wird von selbst erneut versucht.",
  oauth_refused:
    "Der Mailserver nimmt die Anmeldung für dieses Postfach nicht an. Prüfen Sie die Adresse, und ob IMAP und SMTP dafür erlaubt sind.",
  oauth_unsupported:
    "Der Mailserver kennt keine Anmeldung mit OAuth 2.0. Verbinden Sie das Postfach mit einem Passwort.",
  server_error: "Der Mailserver hat mit einem eigenen Fehler geantwortet. Versuchen Sie es später erneut.",
};
