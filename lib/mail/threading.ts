/**
 * Which messages belong together. A reference alone proves nothing, since anybody can write one (security: T8): who writes must have
 * been part of what is answered. The rule looks at two messages, and at which ids several senders claim; nothing else, so that the
 * outcome does not depend on the order of arrival.
 */
import { normalizeAddress } from "./address.ts";

export type ThreadNode = {
  internetMessageId: string;
  /** Ids that a server gave a mail of ours in place of its own: answers name those. */
  aliases?: string[];
  /** Every id the mail names: References and In-Reply-To. */
  references: string[];
  fromAddress: string;
  /** From, To, Cc and Reply-To. */
  participants: string[];
};

type IsOurs = (address: string) => boolean;

/**
 * Why two messages are of one conversation, in words, or null when they are not. Symmetric; the subject plays no part.
 * @param isOurs whether an address is one of ours, whose mails join whatever they name
 * @param contested from `contestedIds`, of all mails that are known
 */
export function linkBetween(
  a: ThreadNode,
  b: ThreadNode,
  isOurs: IsOurs,
  contested: ReadonlySet<string>,
): string | null {
  if (isCopy(a, b)) return "It is the same mail.";
  if (answers(a, b, isOurs, contested) || answers(b, a, isOurs, contested)) return "One answers the other.";
  if (namesSame(a, b) && areAcquainted(a, b, isOurs)) return "Both answer the same mail.";
  return null;
}

/** Every id that a mail is known by. */
export function ownIds({ internetMessageId, aliases }: Pick<ThreadNode, "internetMessageId" | "aliases">): string[] {
  if (aliases === undefined || aliases.length === 0) return internetMessageId === "" ? [] : [internetMessageId];
  return [internetMessageId, ...aliases].filter((id) => id !== "");
}

/** Ids that mails of several senders have for their own: one of them uses what is another's. */
export function contestedIds(nodes: Iterable<ThreadNode>): Set<string> {
  const first = new Map<string, ThreadNode>();
  const contested = new Set<string>();
  for (const node of nodes) {
    for (const id of ownIds(node)) {
      const other = first.get(id);
      if (!other) first.set(id, node);
      else if (!isOneSender(node, other)) contested.add(id);
    }
  }
  return contested;
}

function isCopy(a: ThreadNode, b: ThreadNode): boolean {
  return a.internetMessageId !== "" && a.internetMessageId === b.internetMessageId && isOneSender(a, b);
}

function isOneSender(a: ThreadNode, b: ThreadNode): boolean {
  return a.fromAddress === b.fromAddress || normalizeAddress(a.fromAddress) === normalizeAddress(b.fromAddress);
}

/** An id that several outsiders claim says nothing by itself: what is answered is the mail of the one to whom the answer goes. */
function answers(answer: ThreadNode, asked: ThreadNode, isOurs: IsOurs, contested: ReadonlySet<string>): boolean {
  const named = ownIds(asked).find((id) => answer.references.includes(id));
  if (named === undefined) return false;
  if (contested.has(named) && !isOurs(asked.fromAddress) && !takesPart(asked.fromAddress, answer)) return false;
  return isOurs(answer.fromAddress) || takesPart(answer.fromAddress, asked);
}

function namesSame(a: ThreadNode, b: ThreadNode): boolean {
  return a.references.some((id) => id !== "" && b.references.includes(id));
}

/**
 * Two answers to a mail that may not be here. Each sender who is not ours must take part in the other mail: one is not enough, for
 * a stranger can put anybody into a Cc. Two mails of ours need somebody in common who is not.
 */
function areAcquainted(a: ThreadNode, b: ThreadNode, isOurs: IsOurs): boolean {
  const [oursA, oursB] = [isOurs(a.fromAddress), isOurs(b.fromAddress)];
  if (oursA && oursB) return a.participants.some((address) => !isOurs(address) && takesPart(address, b));
  return (oursA || takesPart(a.fromAddress, b)) && (oursB || takesPart(b.fromAddress, a));
}

/** Whether somebody wrote, or was written to in, this mail. */
export function takesPart(address: string, node: ThreadNode): boolean {
  const wanted = normalizeAddress(address);
  if (wanted === "") return false;
  const isWanted = (one: string) => normalizeAddress(one) === wanted;
  return isWanted(node.fromAddress) || node.participants.some(isWanted);
}
