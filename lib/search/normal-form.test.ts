import * as fc from "fast-check";
import { expect, it } from "vitest";
import { alternativesOf, countAlternatives } from "./normal-form.ts";
import type { SearchLeaf, SearchNode } from "./query-tree.ts";

const leaf = fc.constantFrom("a", "b", "c", "d").map((value): SearchLeaf => ({ kind: "tag", value }));
const { node } = fc.letrec<{ node: SearchNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    leaf,
    tie("node").map((inner) => ({ kind: "not" as const, node: inner })),
    fc.record({
      kind: fc.constantFrom("and" as const, "or" as const),
      nodes: fc.array(tie("node"), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));

it("means the same as the tree, whatever is true", () => {
  fc.assert(
    fc.property(node, fc.subarray(["a", "b", "c", "d"]), (tree, truths) => {
      fc.pre(countAlternatives(tree) < 2000);
      const alternatives = alternativesOf(tree);
      expect(alternatives).toHaveLength(countAlternatives(tree));
      const isTrue = (one: SearchNode) => one.kind === "tag" && truths.includes(one.value);
      expect(alternatives.some((literals) => literals.every((one) => isTrue(one.leaf) !== one.not))).toBe(
        holds(tree, isTrue),
      );
    }),
  );
});

function holds(tree: SearchNode, isTrue: (leaf: SearchNode) => boolean): boolean {
  if (tree.kind === "not") return !holds(tree.node, isTrue);
  if (tree.kind === "and" || tree.kind === "or") {
    const truths = tree.nodes.map((one) => holds(one, isTrue));
    return tree.kind === "and" ? truths.every(Boolean) : truths.some(Boolean);
  }
  return isTrue(tree);
}
