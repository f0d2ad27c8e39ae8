import { ImapError } from "../../imap/errors.ts";
import type { AppendReceipt, ImapSession } from "../../imap/session.ts";
import { systemFlags } from "../../mime/mbox/mail-flags.ts";
import type { MailToAppend } from "./mail-to-append.ts";
import type { Target } from "./open-target.ts";
import type { Tally } from "./tally.ts";

/** @returns its UID as the server names it, null where it names none */
export async function appendMail(
  session: ImapSession,
  target: Target,
  mail: MailToAppend,
  tally: Tally,
): Promise<number | null> {
  const kept = keptKeywords(target, mail);
  const flags = systemFlags(mail.flags);
  const put = (keywords: readonly string[]) =>
    session.append(target.path, mail.source, [...flags, ...keywords], mail.receivedAt);
  let receipt: AppendReceipt;
  try {
    receipt = await put(kept);
  } catch (error) {
    // Some say that they keep any keyword, and refuse one.
    if (!isPlainRefusal(error) || kept.length === 0) throw error;
    receipt = await put([]);
    for (const keyword of kept) tally.keepOff(keyword);
  }
  return receipt.uidValidity === target.uidValidity ? receipt.uid : null;
}

/** Those of a mail's keywords that the folder takes. */
export function keptKeywords(target: Target, { flags }: MailToAppend): string[] {
  return flags.keywords.filter((keyword) => isKeyword(keyword) && target.keeps(keyword));
}

const isPlainRefusal = (error: unknown) =>
  error instanceof ImapError && error.kind === "protocol" && !error.isUncertain;

/** An atom (RFC 3501 §9) that is no system flag. */
const isKeyword = (keyword: string) => /^[^\u0000-\u0020\u007f-\uffff(){%*"\\\]]{1,200}$/.test(keyword); // oxlint-disable-line no-control-regex
