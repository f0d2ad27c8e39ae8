import type { Conversation } from "#lib/contracts/conversation";
import type { MailAddress } from "#lib/contracts/address";
import type { FirstStrings } from "#lib/strings/strings";

/** Who wrote, as a list has room for it: the first by full name, others by their first. */
export function sendersOf(strings: FirstStrings, { participants }: Pick<Conversation, "participants">): string {
  const [first, ...others] = participants;
  if (!first) return strings.inbox.nobody;
  return [nameOf(strings, first), ...others.slice(0, 2).map((each) => firstName(strings, each))].join(", ");
}

export function nameOf(strings: FirstStrings, { name, address }: MailAddress): string {
  return name.trim() || address || strings.inbox.nobody;
}

function firstName(strings: FirstStrings, person: MailAddress): string {
  const name = nameOf(strings, person);
  const [first = name, ...rest] = name.split(/\s+/);
  // `Byron, Ada` is turned round; an address is said whole up to its @.
  if (first.endsWith(",")) return rest[0] ?? first.slice(0, -1);
  return first.includes("@") ? (first.split("@")[0] ?? first) : first;
}
