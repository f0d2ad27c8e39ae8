import { DOMParser as SchemaParser } from "@tiptap/pm/model";
import { Selection } from "@tiptap/pm/state";
import type { Editor, Range } from "@tiptap/react";

/** Puts HTML in the place of what asked for it, as a paste would: words into the line, paragraphs in its place. */
export function insertReply(editor: Editor, { from, to }: Range, html: string): void {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const { tr, schema } = editor.state;
  tr.replaceRange(from, to, SchemaParser.fromSchema(schema).parseSlice(body));
  tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(to)), -1));
  editor.view.dispatch(tr.scrollIntoView());
  editor.view.focus();
}
