/** What the outbox and the comparison say of why something could not be done is stored in English, without a code: put into German sentence by sentence. */
const sentences = new Map([
  ["That folder no longer exists.", "Diesen Ordner gibt es nicht mehr."],
  ["A folder of this name exists already.", "Einen Ordner dieses Namens gibt es schon."],
  ["This account has no Trash folder to move the mail to.", "Dieses Konto hat keinen Papierkorb, in den die E-\u2060Mails verschoben werden könnten."],
  ["This account has no folder for drafts.", "Dieses Konto hat keinen Ordner für Entwürfe."],
  ["This account is read-only.", "Dieses Konto ist nur zum Lesen verbunden."],
  ["This account is read-only: nothing is sent from it.", "Dieses Konto ist nur zum Lesen verbunden: Von ihm wird nichts gesendet."],
  ["Sample mail is not sent.", "Beispielmails werden nicht gesendet."],
  ["The message is no longer on the mail server.", "Die E-\u2060Mail liegt nicht mehr auf dem Mailserver."],
  ["The message no longer exists.", "Die E-\u2060Mail gibt es nicht mehr."],
  ["The message has no such attachment.", "Die E-\u2060Mail hat keinen solchen Anhang."],
  ["The mail no longer exists.", "Die E-\u2060Mail gibt es nicht mehr."],
  ["The mail to be sent no longer exists.", "Die E-\u2060Mail, die gesendet werden sollte, gibt es nicht mehr."],
  ["The text of this message cannot be read.", "Der Text dieser E-\u2060Mail lässt sich nicht lesen."],
  ["The message was moved and has not been found again yet.", "Die E-\u2060Mail wurde verschoben und ist noch nicht wiedergefunden."],
  ["The folder was renumbered; its messages are being found again.", "Der Server hat den Ordner neu nummeriert; seine E-\u2060Mails werden wiedergefunden."],
  ["The server did not say how the folder is numbered; its messages are being compared.", "Der Server hat nicht gesagt, wie der Ordner nummeriert ist; seine E-\u2060Mails werden abgeglichen."],
  ["The server keeps its folders elsewhere.", "Der Server führt seine Ordner woanders."],
  ["Some of the messages lie in another folder meanwhile.", "Einige der E-\u2060Mails liegen inzwischen in einem anderen Ordner."],
  ["Gmail does not show “All Mail” to mail programs at the moment.", "Gmail zeigt Mailprogrammen zurzeit „Alle Nachrichten“ nicht."],
  ["It no longer lies in Trash or Spam; only that is deleted for good.", "Sie liegt nicht mehr im Papierkorb oder Spam; nur dort wird endgültig gelöscht."],
  ["This mail server cannot delete single messages: it lacks the extension UIDPLUS.", "Dieser Mailserver kann keine einzelnen E-\u2060Mails löschen: Ihm fehlt die Erweiterung UIDPLUS."],
  ["The provider has filed a copy of its own, and its server cannot remove a single mail.", "Der Anbieter hat selbst eine Kopie abgelegt, und sein Server kann keine einzelne E-\u2060Mail entfernen."],
  ["The provider has filed a copy of its own, and which of the two is ours the server did not say.", "Der Anbieter hat selbst eine Kopie abgelegt, und welche der beiden unsere ist, hat der Server nicht gesagt."],
  ["Sample mail is not sent.", "Beispielmails werden nicht gesendet."],
  ["Nothing was asked for.", "Es wurde nach nichts gefragt."],
  ["This message is no longer set aside.", "Diese E-\u2060Mail ist nicht mehr beiseitegelegt."],
  ["The server does not hand this message over.", "Der Server gibt diese E-\u2060Mail nicht heraus."],
  ["The message is no longer on the mail server, or cannot be read at all.", "Die E-\u2060Mail liegt nicht mehr auf dem Mailserver, oder sie lässt sich gar nicht lesen."],
  ["The connection ended after the mail had been handed over, before the server said what it did with it.", "Die Verbindung brach ab, nachdem die E-\u2060Mail übergeben war und bevor der Server sagte, was daraus wurde."],
  ["This server stopped while it was handing over the mail.", "Dieser Server wurde angehalten, während er die E-\u2060Mail übergab."],
  ["Its mail has not begun to come in.", "Seine E-\u2060Mails kommen noch nicht herein."],
  ["It could not be compared.", "Er ließ sich nicht abgleichen."],
  ["The connection broke each time before it was through.", "Die Verbindung brach jedes Mal ab, bevor der Abgleich zu Ende war."],
]); // prettier-ignore

const patterns: [RegExp, (...parts: string[]) => string][] = [
  [/^The mail server allows nobody to change what lies in “(.*)”\.$/s, (path) => `Der Mailserver erlaubt niemandem, etwas in „${path}“ zu ändern.`],
  [/^Mail arrives in “(.*)” faster than it can be moved away\.$/s, (path) => `In „${path}“ kommen schneller E-\u2060Mails an, als sie sich verschieben lassen.`],
  [/^The mail server does not keep (.*) in “(.*)”\.$/s, (flags, path) => `Der Mailserver behält ${flags} in „${path}“ nicht.`],
  [/^The server says that it has (\d+) messages and lists (\d+)\. Nothing is taken for deleted\.$/, (has, lists) => `Der Server sagt, dass er ${has} E-\u2060Mails hat, und nennt ${lists}. Nichts gilt als gelöscht.`],
]; // prettier-ignore

/** What a mail server said itself stays in its words. */
export function reasonDe(reason: string): string {
  const known = sentences.get(reason);
  if (known !== undefined) return known;
  for (const [pattern, words] of patterns) {
    const parts = pattern.exec(reason);
    if (parts) return words(...parts.slice(1));
  }
  return reason;
}
