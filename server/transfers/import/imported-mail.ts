import { now } from "../../clock.ts";
import type { MailFlags } from "../../mime/mbox/mail-flags.ts";
import { withCrlf } from "../../mime/mbox/with-crlf.ts";
import { hashOf, type MailToAppend } from "../append/mail-to-append.ts";
import type { MailInFile } from "./mails-of-file.ts";
import type { ManifestFacts } from "./manifest.ts";

/**
 * A mail of a file as it is to be put into an account; null for one that cannot be read.
 * @param told what the export that the file is wrote down of it: this counts before whatever else the file says
 */
export function importedMail(found: MailInFile, told: ManifestFacts | null): MailToAppend | null {
  if (!found.mail) return null;
  const { source, receivedAt, flags } = found.mail;
  const common = { key: keyOf(found), path: found.file };
  if (!told) return { ...common, source, flags, receivedAt: receivedAt ?? now() };
  const isChanged = hashOf(source) !== told.sha256;
  // What somebody saved anew may have other line breaks than mail has.
  const kept = isChanged ? withCrlf(source) : source;
  return { ...common, source: kept, flags: flagsOf(told), receivedAt: new Date(told.receivedAt), isChanged };
}

export const keyOf = ({ at }: Pick<MailInFile, "at">) => `${at.member}@${at.offset}`;

function flagsOf({ flags, keywords }: ManifestFacts): MailFlags {
  const has = (flag: string) => flags.some((one) => one.toLowerCase() === flag);
  return {
    seen: has("\\seen"),
    answered: has("\\answered"),
    flagged: has("\\flagged"),
    draft: has("\\draft"),
    deleted: has("\\deleted"),
    keywords,
  };
}
