import { EmailAddress } from "#lib/contracts/address";
import type { Strings } from "#lib/strings/strings";
import { mentionedFile } from "#lib/mail/mentioned-file";
import { carriedFiles, type MailFields } from "./mail-fields.ts";

/** Why it cannot be sent yet; null when it can. */
export function mailProblem(strings: Strings, fields: MailFields, isUploading: boolean): string | null {
  const words = strings.composer;
  const everyone = [...fields.to, ...fields.cc, ...fields.bcc];
  const wrong = everyone.find((person) => !EmailAddress.safeParse(person.address).success);
  if (wrong) return words.invalidAddress(wrong.address);
  if (everyone.length === 0) return words.noRecipient;
  if (fields.accountId === null) return words.noAccount;
  if (isUploading) return words.stillUploading;
  const hasWords = /<img/.test(fields.html) || fields.html.replace(/<[^>]*>|\s/g, "") !== "";
  return hasWords || fields.files.length > 0 || fields.quote === "forward" ? null : words.noText;
}

/** The word by which the text promises a file that is not there. */
export function forgottenFile(fields: MailFields): string | undefined {
  return carriedFiles(fields).length > 0 ? undefined : mentionedFile(fields.text);
}
