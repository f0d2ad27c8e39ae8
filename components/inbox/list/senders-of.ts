import type { Conversation } from "#lib/contracts/conversation";
import type { MailAddress } from "#lib/contracts/address";
import { strings } from "#lib/strings/strings";

/** Who wrote, as a list has room for it: the first by full name, others by their first. */
export function sendersOf({ participants }: Pick<Conversation, "participants">): string {
  const [first, ...others] = participants;
  if (!first) return strings.inbox.nobody;
  return [nameOf(first), ...others.slice(0, 2).map(firstName)].join(", ");
}

export function nameOf({ name, address }: MailAddress): string {
  return name.trim() || address || strings.inbox.nobody;
}

function firstName(person: MailAddress): string {
  const name = nameOf(person);
  const [first = name, ...rest] = name.split(/\s+/);
  // `Byron, Ada` is turned round; an address is said whole up to its @.
  if (first.endsWith(",")) return rest[0] ?? first.slice(0, -1);
  return first.includes("@") ? (first.split("@")[0] ?? first) : first;
}
