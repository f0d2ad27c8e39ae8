import { DOMParser as SchemaParser, type Slice } from "@tiptap/pm/model";
import { Selection } from "@tiptap/pm/state";
import type { Editor, Range } from "@tiptap/react";
import { isPlainEditor, sliceOfText } from "../editor/plain-lines.ts";
import { readHtml } from "../editor/read-html.ts";
import { textOfHtml } from "../editor/text-of-html.ts";

/** Puts HTML in the place of what asked for it, as a paste would: words into the line, paragraphs in its place. */
export function insertReply(editor: Editor, { from, to }: Range, html: string): void {
  const { tr } = editor.state;
  tr.replaceRange(from, to, sliceOf(editor, html));
  tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(to)), -1));
  editor.view.dispatch(tr.scrollIntoView());
  editor.view.focus();
}

function sliceOf(editor: Editor, html: string): Slice {
  if (isPlainEditor(editor)) return sliceOfText(editor.schema, textOfHtml(html));
  const { body } = new DOMParser().parseFromString(readHtml(html), "text/html");
  return SchemaParser.fromSchema(editor.schema).parseSlice(body);
}
