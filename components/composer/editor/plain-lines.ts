import { Fragment, Slice, type Node, type Schema } from "@tiptap/pm/model";
import type { Editor, JSONContent } from "@tiptap/react";

/** The document of a text without looks: each of its lines is a paragraph. */
export function linesOfText(text: string): JSONContent {
  const line = (words: string) => ({
    type: "paragraph",
    ...(words !== "" && { content: [{ type: "text", text: words }] }),
  });
  return { type: "doc", content: text.split("\n").map(line) };
}

export function textOfLines(doc: Node): string {
  return doc.textBetween(0, doc.content.size, "\n");
}

/** What is put in at a place: its first line goes on where that is, its last is gone on with. */
export function sliceOfText(schema: Schema, text: string): Slice {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  return new Slice(
    Fragment.from(lines.map((line) => schema.node("paragraph", null, line === "" ? [] : [schema.text(line)]))),
    1,
    1,
  );
}

/** Whether a text without looks is written in it. */
export function isPlainEditor(editor: Editor): boolean {
  return !("signature" in editor.schema.nodes);
}
