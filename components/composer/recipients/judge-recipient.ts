import { EmailAddress, type MailAddress } from "#lib/contracts/address";

/** Anybody has an address there: it says nothing about who belongs together. */
const publicHosts = new Set(
  "gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com me.com aol.com proton.me protonmail.com gmx.de gmx.net gmx.com web.de t-online.de freenet.de mail.ru yandex.ru qq.com 163.com".split(
    " ",
  ),
);

export function isValidAddress({ address }: MailAddress): boolean {
  return EmailAddress.safeParse(address).success;
}

/** Of another organisation than any of these addresses. */
export function isExternal({ address }: MailAddress, ownAddresses: readonly string[]): boolean {
  const host = hostOf(address);
  return !ownAddresses.some((own) => own.toLowerCase() === address.toLowerCase() || (hostOf(own) === host && !publicHosts.has(host)));
} // prettier-ignore

/** An address that says itself that nobody reads what is written to it. */
export function isNoReply({ address }: MailAddress): boolean {
  return /^(?:no|do[-_.]?not|donot|keine?|nicht)[-_.]?(?:reply|answer|antwort\p{L}*)\b|^(?:mailer-daemon|postmaster|bounces?)@/iu.test(address);
} // prettier-ignore

const hostOf = (address: string) => address.split("@").at(-1)?.toLowerCase() ?? "";
