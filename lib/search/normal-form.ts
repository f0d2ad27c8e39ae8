/** A query as alternatives, each a row of conditions that must all hold: what can be carried out along one index each. */
import type { SearchLeaf, SearchNode } from "./query-tree.ts";

export type Literal = { leaf: SearchLeaf; not: boolean };
export type Alternative = Literal[];

/** What a person means has a few; a hundred are an attack. */
export const alternativesMax = 16;

export function alternativesOf(node: SearchNode, not = false): Alternative[] {
  switch (node.kind) {
    case "not":
      return alternativesOf(node.node, !not);
    case "and":
    case "or": {
      const parts = node.nodes.map((one) => alternativesOf(one, not));
      return (node.kind === "and") === not ? parts.flat() : parts.reduce(combine, [[]]);
    }
    default:
      return [[{ leaf: node, not }]];
  }
}

/** How many `alternativesOf` would make, without making them. */
export function countAlternatives(node: SearchNode, not = false): number {
  switch (node.kind) {
    case "not":
      return countAlternatives(node.node, !not);
    case "and":
    case "or": {
      const counts = node.nodes.map((one) => countAlternatives(one, not));
      return (node.kind === "and") === not ? counts.reduce((a, b) => a + b, 0) : counts.reduce((a, b) => a * b, 1);
    }
    default:
      return 1;
  }
}

function combine(left: Alternative[], right: Alternative[]): Alternative[] {
  return left.flatMap((one) => right.map((other) => [...one, ...other]));
}
