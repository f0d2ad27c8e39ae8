/** What sync keeps of why a message or a folder could not be read is an English sentence, perhaps with what the server said: put into German. */
const sentences = new Map([
  ["The server lists this message and does not give its headers.", "Der Server führt diese E-\u2060Mail auf, gibt aber ihre Kopfzeilen nicht heraus."],
  ["The mail server could not give this message.", "Der Mailserver konnte diese E-\u2060Mail nicht herausgeben."],
  ["The mail server's answer could not be read.", "Die Antwort des Mailservers ließ sich nicht lesen."],
  ["The mail server cannot answer at the moment.", "Der Mailserver kann zurzeit nicht antworten."],
  ["The mail server would not do this.", "Der Mailserver hat das abgelehnt."],
  ["The mail server would not open this folder.", "Der Mailserver wollte diesen Ordner nicht öffnen."],
  ["The mail server cannot use this folder.", "Der Mailserver kann mit diesem Ordner nicht umgehen."],
  ["The mail server does not allow this.", "Der Mailserver erlaubt das nicht."],
  ["This folder does not exist on the mail server any more.", "Diesen Ordner gibt es auf dem Mailserver nicht mehr."],
  ["The destination folder does not exist.", "Den Zielordner gibt es nicht."],
  ["A folder of this name exists already.", "Einen Ordner dieses Namens gibt es schon."],
  ["No folder is open on the mail server.", "Auf dem Mailserver ist kein Ordner geöffnet."],
  ["The mail server takes no message as large as this.", "Der Mailserver nimmt keine so große E-\u2060Mail an."],
  ["This message is too large to be fetched whole.", "Diese E-\u2060Mail ist zu groß, um ganz abgerufen zu werden."],
  ["The mail server found more messages than it has.", "Der Mailserver hat mehr E-\u2060Mails gefunden, als er hat."],
  ["The mail server left a search unanswered.", "Der Mailserver hat auf eine Suche nicht geantwortet."],
  ["The mail server did not say how many messages a folder has.", "Der Mailserver hat nicht gesagt, wie viele E-\u2060Mails ein Ordner hat."],
  ["The connection to the mail server was lost.", "Die Verbindung zum Mailserver ging verloren."],
  ["The mail server ended the connection.", "Der Mailserver hat die Verbindung beendet."],
  ["The mail server ended the connection before it said anything.", "Der Mailserver hat die Verbindung beendet, bevor er etwas sagte."],
  ["The mail server did not answer in time.", "Der Mailserver hat nicht rechtzeitig geantwortet."],
  ["The mail server cannot be reached.", "Der Mailserver ist nicht erreichbar."],
  ["There is no server of this name.", "Einen Server mit diesem Namen gibt es nicht."],
  ["Nothing answers on this port.", "Auf diesem Port antwortet nichts."],
  ["What answers on this port is no IMAP server.", "Was auf diesem Port antwortet, ist kein IMAP-Server."],
]); // prettier-ignore

/** What a mail server said itself stays in its words. */
export function syncReasonDe(reason: string): string {
  const [, sentence = reason, said] = /^(.*?) The server said: “(.*)”$/s.exec(reason) ?? [];
  const known = sentences.get(sentence);
  if (known === undefined) return reason;
  return said === undefined ? known : `${known} Der Server sagte: „${said}“.`;
}
