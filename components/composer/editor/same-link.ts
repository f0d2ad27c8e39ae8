import type { JSONContent } from "@tiptap/react";

export type LinkRun = { href: string | null; nodes: JSONContent[] };

/** The pieces of a paragraph, those that stand next to one another under the same link taken together. */
export function sameLink(nodes: readonly JSONContent[]): LinkRun[] {
  const runs: LinkRun[] = [];
  for (const node of nodes) {
    const found: unknown = node.marks?.find((mark) => mark.type === "link")?.attrs?.["href"];
    const href = typeof found === "string" ? found : null;
    const last = runs.at(-1);
    if (last?.href === href) last.nodes.push(node);
    else runs.push({ href, nodes: [node] });
  }
  return runs;
}
