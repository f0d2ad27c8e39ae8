import type { MailAddress } from "../contracts/address.ts";
import type { MessageDirection } from "../contracts/vocabulary.ts";
import { normalizeAddress } from "./address.ts";

export type AnsweredMessage = {
  direction: MessageDirection;
  from: MailAddress;
  replyTo: readonly MailAddress[];
  to: readonly MailAddress[];
  cc: readonly MailAddress[];
};

type Answer = {
  message: AnsweredMessage;
  /** Every address that is ours: never written to. */
  ownAddresses: readonly string[];
  all: boolean;
};

/**
 * Who an answer goes to: Reply-To, else From (RFC 5322 §3.6.2). Under our own mail we write on to whom it went. With `all`, everybody else
 * who got it goes into Cc. Nobody twice, ourselves never.
 */
export function replyRecipients({ message, ownAddresses, all }: Answer): { to: MailAddress[]; cc: MailAddress[] } {
  const seen = new Set(ownAddresses.map(normalizeAddress));
  const take = (addresses: readonly MailAddress[]) =>
    addresses.filter((one) => {
      const key = normalizeAddress(one.address);
      if (!key.includes("@") || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  const isOwn = message.direction === "out" || seen.has(normalizeAddress(message.from.address));
  const to = isOwn ? take(message.to) : take(message.replyTo.length > 0 ? message.replyTo : [message.from]);
  // A Reply-To that names only ourselves (a list, a form) leads back to who wrote.
  if (!isOwn && to.length === 0) to.push(...take([message.from]));
  const cc = all ? take(isOwn ? message.cc : [...message.to, ...message.cc]) : [];
  return { to, cc };
}
