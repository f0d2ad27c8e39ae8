import { contestedIds, linkBetween, ownIds, type ThreadNode } from "#lib/mail/threading";

/** What sync's threading has to come to: groups of messages that belong together, as indices into `nodes`, each ascending, ordered by their first. */
export function partition(nodes: readonly ThreadNode[], isOurs: (address: string) => boolean): number[][] {
  const contested = contestedIds(nodes);
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
        if (!a || !b || rootOf(i) === rootOf(j) || linkBetween(a, b, isOurs, contested) === null) continue;
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
    for (const id of new Set([...ownIds(node), ...node.references])) {
      if (id !== "") index.set(id, [...(index.get(id) ?? []), at]);
    }
  }
  return index;
}
