import { Selection } from "@tiptap/pm/state";
import type { Editor } from "@tiptap/react";

/** Where its writer goes on with a mail: behind their last words, but above signature and quote. */
export function placeToWrite(editor: Editor): number {
  const { doc } = editor.state;
  let end = doc.content.size;
  let isQuoted = false;
  doc.forEach((node, at) => {
    if (end < doc.content.size) return;
    if (node.type.name === "signature") end = at;
    if (node.attrs["isCited"] === true) isQuoted = true;
  });
  // Where the quote begins its line says who wrote it: only the first paragraph is surely the writer's own.
  const behind = isQuoted ? (doc.firstChild?.nodeSize ?? end) : end;
  return Selection.near(doc.resolve(behind), -1).from;
}
