/**
 * Which conversation new messages belong to. Candidates are found by shared ids, the rule is `linkBetween`, which looks at two mails
 * only; so whatever the order of arrival, the same mails end in the same conversations. One thing is known only by what is here: that
 * an id is claimed by several senders.
 */
import { holdersMax, refHolders, threadCandidates } from "#db/queries/sync/thread-candidates";
import type { Db } from "#db/dialect/sqlite";
import { contestedIds, linkBetween, ownIds, type ThreadNode } from "#lib/mail/threading";
import { promisedConversations } from "./promised-conversations.ts";

/** A message to find the conversation of: one not stored yet, or one that has just come into sight of this inbox. */
export type Newcomer = ThreadNode & {
  messageId: number | null;
  conversationId: number | null;
  /** The thread that the provider of its account puts it into (X-GM-THRID). */
  providerThreadId?: string | null;
};

export type Group = {
  /** Indices of newcomers. */
  newcomers: number[];
  /** Stored conversations they join, ascending; several have to be merged. */
  conversationIds: number[];
};

export type Threading = {
  groups: Group[];
  /** For each newcomer why it is not alone, in words; empty when it is. */
  reasons: string[];
  /** Whether others are known that have the id of a newcomer, by its index. */
  isContested: boolean[];
};

/** @param threads conversations of the account that are of a provider's thread already, by its id */
export async function threadMessages(
  tx: Db,
  newcomers: Newcomer[],
  inboxId: number,
  isOurs: (address: string) => boolean,
  threads: ReadonlyMap<string, number[]> = new Map(),
): Promise<Threading> {
  const ids = new Set(newcomers.flatMap(idsOf));
  const { holders, nodes } = await storedHolders(tx, [...ids], inboxId, newcomers);
  const contested = contestedIds([...nodes, ...newcomers]);
  const union = new Union();
  const reasons = newcomers.map(() => "");
  const isHere = (id: string) => holders.get(id)?.some(({ node }) => ownIds(node).includes(id)) ?? false;
  const promised = await promisedConversations(tx, newcomers, inboxId, isHere);
  for (const [index, newcomer] of newcomers.entries()) {
    const self = keyOf(newcomer, index);
    for (const id of idsOf(newcomer)) {
      for (const holder of holders.get(id) ?? []) {
        if (union.areJoined(self, holder.key)) continue;
        const reason = linkBetween(newcomer, holder.node, isOurs, contested);
        if (reason === null) continue;
        union.join(self, holder.key);
        reasons[index] ||= reason;
      }
    }
    for (const conversationId of promised[index] ?? []) {
      union.join(self, `stored:${conversationId}`);
      reasons[index] ||= "It answers a mail of ours that is not here any more.";
    }
    for (const id of idsOf(newcomer)) addTo(holders, id, { key: self, node: newcomer });
    const { providerThreadId } = newcomer;
    if (!providerThreadId) continue;
    const others = union.membersOf(union.rootOf(`thread:${providerThreadId}`)).length > 1;
    const stored = threads.get(providerThreadId) ?? [];
    if (others || stored.length > 0) reasons[index] ||= "The provider has them in one thread.";
    union.join(`thread:${providerThreadId}`, self);
    for (const conversationId of stored) union.join(self, `stored:${conversationId}`);
  }
  const isContested = newcomers.map((newcomer) => ownIds(newcomer).some((id) => contested.has(id)));
  return { groups: groupsOf(newcomers, union), reasons, isContested };
}

type Holder = { key: string; node: ThreadNode };

/** Conversations are compared as wholes: whatever is in one already stays there. */
const keyOf = (newcomer: Newcomer, index: number) =>
  newcomer.conversationId === null ? `new:${index}` : `stored:${newcomer.conversationId}`;

const idsOf = (node: ThreadNode) => [...ownIds(node), ...node.references.toReversed()].filter((id) => id !== "");

async function storedHolders(
  tx: Db,
  ids: string[],
  inboxId: number,
  newcomers: Newcomer[],
): Promise<{ holders: Map<string, Holder[]>; nodes: ThreadNode[] }> {
  const byId = await refHolders(tx, ids);
  const own = new Set(newcomers.map((newcomer) => newcomer.messageId));
  const messageIds = new Set([...byId.values()].flat().filter((messageId) => !own.has(messageId)));
  const candidates = messageIds.size === 0 ? [] : await threadCandidates(tx, [...messageIds], inboxId);
  const holderOf = new Map(
    candidates.map((node) => [node.messageId, { key: `stored:${node.conversationId}`, node }] as const),
  );
  const holders = new Map(
    [...byId].map(([id, messages]) => [id, messages.flatMap((messageId) => holderOf.get(messageId) ?? [])]),
  );
  return { holders, nodes: candidates };
}

function groupsOf(newcomers: Newcomer[], union: Union): Group[] {
  const byRoot = Map.groupBy(newcomers.keys(), (index) => union.rootOf(keyAt(newcomers, index)));
  return [...byRoot].map(([root, indices]) => ({
    newcomers: indices,
    conversationIds: union
      .membersOf(root)
      .filter((key) => key.startsWith("stored:"))
      .map((key) => Number(key.slice("stored:".length)))
      .sort((a, b) => a - b),
  }));
}

function keyAt(newcomers: Newcomer[], index: number): string {
  const newcomer = newcomers[index];
  if (!newcomer) throw new Error("An index of a list is in it.");
  return keyOf(newcomer, index);
}

function addTo(holders: Map<string, Holder[]>, id: string, holder: Holder): void {
  const known = holders.get(id);
  if (!known) holders.set(id, [holder]);
  else if (known.length < holdersMax) known.push(holder);
}

class Union {
  readonly #parents = new Map<string, string>();
  readonly #members = new Map<string, string[]>();

  rootOf(key: string): string {
    let root = key;
    for (let parent = this.#parents.get(root); parent !== undefined; parent = this.#parents.get(root)) root = parent;
    return root;
  }

  areJoined(a: string, b: string): boolean {
    return this.rootOf(a) === this.rootOf(b);
  }

  join(a: string, b: string): void {
    const [into, from] = [this.rootOf(a), this.rootOf(b)];
    if (into === from) return;
    const members = [...this.membersOf(into), ...this.membersOf(from)];
    this.#parents.set(from, into);
    this.#members.set(into, members);
    this.#members.delete(from);
  }

  membersOf(root: string): string[] {
    return this.#members.get(root) ?? [root];
  }
}
