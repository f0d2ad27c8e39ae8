import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Node } from "@tiptap/pm/model";
import { Extension, type Editor } from "@tiptap/react";
import { findPlaceholders } from "#lib/mail/placeholders";

/** Shows what is still to be filled in. */
export const MarkedPlaceholders = Extension.create({
  name: "markedPlaceholders",
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: ({ doc }) =>
          DecorationSet.create(
            doc,
            rangesIn(doc).map(({ from, to }) => Decoration.inline(from, to, { class: "placeholder" })),
          ),
      },
    }),
  ],
});

/** Selects the first that is not filled in, to be written over. */
export function showPlaceholder(editor: Editor): void {
  const [first] = rangesIn(editor.state.doc);
  if (first) editor.chain().focus().setTextSelection(first).scrollIntoView().run();
}

function rangesIn(doc: Node): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  doc.descendants((node, at) => {
    for (const found of findPlaceholders(node.text ?? ""))
      ranges.push({ from: at + found.at, to: at + found.at + found.text.length });
  });
  return ranges;
}
