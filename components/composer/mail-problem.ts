import { formatBytes } from "#lib/bytes";
import type { Account } from "#lib/contracts/account";
import { EmailAddress } from "#lib/contracts/address";
import { mailFilesBytesMax } from "#lib/contracts/send";
import { sampleProvider } from "#lib/providers/sample";
import type { Strings } from "#lib/strings/strings";
import { mentionedFile } from "#lib/mail/mentioned-file";
import { carriedFiles, type MailFields } from "./mail-fields.ts";

/** Why it cannot be sent yet; null when it can. */
export function mailProblem(
  strings: Strings,
  fields: MailFields,
  isUploading: boolean,
  account: Pick<Account, "provider"> | undefined,
): string | null {
  const words = strings.composer;
  const everyone = [...fields.to, ...fields.cc, ...fields.bcc];
  const wrong = everyone.find((person) => !EmailAddress.safeParse(person.address).success);
  if (wrong) return words.invalidAddress(wrong.address);
  if (everyone.length === 0) return words.noRecipient;
  if (fields.accountId === null) return words.noAccount;
  if (fields.kind === "new" && fields.subject.trim() === "") return words.noSubject;
  if (account?.provider === sampleProvider) return strings.sample.notSent;
  if (isUploading) return words.stillUploading;
  const limit = formatBytes(mailFilesBytesMax, strings.locale);
  if (carriedFiles(fields).reduce((sum, file) => sum + file.sizeBytes, 0) > mailFilesBytesMax)
    return words.tooMuch(limit);
  if (fields.isPlain && fields.text.trim() !== "") return null;
  const hasWords = /<img/.test(fields.html) || fields.html.replace(/<[^>]*>|\s/g, "") !== "";
  return hasWords || fields.files.length > 0 || fields.quote === "forward" ? null : words.noText;
}

/** The word by which the text promises a file that is not there. */
export function forgottenFile(fields: MailFields): string | undefined {
  return carriedFiles(fields).length > 0 ? undefined : mentionedFile(fields.text);
}
