import { normalizeAddress } from "./address.ts";

/** Of one's own accounts the one that was invited. */
export function invitedAccount<Account extends { emailAddress: string }>(
  accounts: readonly Account[],
  attendees: readonly { address: string }[],
): Account | undefined {
  const invited = new Set(attendees.map(({ address }) => address));
  return accounts.find(({ emailAddress }) => invited.has(normalizeAddress(emailAddress)));
}
