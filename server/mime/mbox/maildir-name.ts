import type { MailFlags } from "./mail-flags.ts";

/** How many keywords a folder of Maildir can name: by a letter each, `a` the first line of its `dovecot-keywords`. */
export const maildirKeywordsMax = 26;

/**
 * The name of a file in `cur`, flags and all; the time is the file's own. Keywords that have no letter are told by the manifest alone.
 * @param unique tells mails of one second apart
 * @param letters the folder's keywords by letter
 */
export function maildirName(
  mail: MailFlags & { receivedAt: Date },
  unique: number,
  sizeBytes: number,
  letters: readonly string[],
): string {
  const seconds = Math.max(0, Math.floor(mail.receivedAt.getTime() / 1000));
  return `${seconds}.P${unique}.postroom,S=${sizeBytes}:2,${infoOf(mail, letters)}`;
}

/** In the order of ASCII, as the format demands. */
function infoOf(mail: MailFlags, letters: readonly string[]): string {
  const isForwarded = mail.keywords.some((keyword) => keyword.toLowerCase() === "$forwarded");
  const flags = [
    mail.draft ? "D" : "",
    mail.flagged ? "F" : "",
    isForwarded ? "P" : "",
    mail.answered ? "R" : "",
    mail.seen ? "S" : "",
    mail.deleted ? "T" : "",
  ];
  const lettersSet = mail.keywords
    .map((keyword) => letters.indexOf(keyword))
    .filter((index) => index >= 0 && index < maildirKeywordsMax)
    .map((index) => String.fromCodePoint(0x61 + index));
  return flags.join("") + lettersSet.toSorted((a, b) => (a < b ? -1 : 1)).join("");
}

/** Maildir++: folders lie beside each other, with dots between their parts; a dot within a part cannot be told from those. */
export function maildirFolder(parts: readonly string[]): string {
  const isInbox = parts.length === 1 && parts[0]?.toUpperCase() === "INBOX";
  return isInbox ? "" : `.${parts.map((part) => part.replaceAll(".", "_")).join(".")}`;
}
