/**
 * Which messages belong together. A reference alone proves nothing, since anybody can write one (security: T8): who writes must have
 * been part of what is answered. The rule looks at two messages only, so the outcome never depends on the order of arrival.
 */
import { normalizeAddress } from "./address.ts";

export type ThreadNode = {
  internetMessageId: string;
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
 */
export function linkBetween(a: ThreadNode, b: ThreadNode, isOurs: IsOurs): string | null {
  if (isCopy(a, b)) return "It is the same mail.";
  if (answers(a, b, isOurs) || answers(b, a, isOurs)) return "One answers the other.";
  if (namesSame(a, b) && areAcquainted(a, b, isOurs)) return "Both answer the same mail.";
  return null;
}

/** Groups of messages that belong together, as indices into `nodes`, each ascending, ordered by their first. */
export function partition(nodes: readonly ThreadNode[], isOurs: IsOurs): number[][] {
  const parents = nodes.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[index] = root;
    return root;
  };
  for (const neighbours of byNamedId(nodes).values()) {
    for (const [at, i] of neighbours.entries()) {
      for (const j of neighbours.slice(at + 1)) {
        const [a, b] = [nodes[i], nodes[j]];
        if (!a || !b || rootOf(i) === rootOf(j) || linkBetween(a, b, isOurs) === null) continue;
        const [low, high] = [Math.min(rootOf(i), rootOf(j)), Math.max(rootOf(i), rootOf(j))];
        parents[high] = low;
      }
    }
  }
  return [...Map.groupBy(nodes.keys(), rootOf).values()];
}

/** Only messages that have an id in common, as their own or as one they name, can be linked. */
function byNamedId(nodes: readonly ThreadNode[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [at, node] of nodes.entries()) {
    for (const id of new Set([node.internetMessageId, ...node.references])) {
      if (id !== "") index.set(id, [...(index.get(id) ?? []), at]);
    }
  }
  return index;
}

function isCopy(a: ThreadNode, b: ThreadNode): boolean {
  return (
    a.internetMessageId !== "" &&
    a.internetMessageId === b.internetMessageId &&
    normalizeAddress(a.fromAddress) === normalizeAddress(b.fromAddress)
  );
}

function answers(answer: ThreadNode, asked: ThreadNode, isOurs: IsOurs): boolean {
  if (asked.internetMessageId === "" || !answer.references.includes(asked.internetMessageId)) return false;
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

function takesPart(address: string, node: ThreadNode): boolean {
  const wanted = normalizeAddress(address);
  return wanted !== "" && [node.fromAddress, ...node.participants].some((one) => normalizeAddress(one) === wanted);
}
