"use client";

import { Selection } from "@tiptap/pm/state";
import { useEditor, type Editor } from "@tiptap/react";
import { useState } from "react";
import { useStrings } from "../../language/use-strings.ts";
import type { MailFile } from "../mail-fields.ts";
import { EditorFrame } from "./editor-frame.tsx";
import { mailExtensions } from "./extensions.ts";
import { readHtml } from "./read-html.ts";
import { rememberImages } from "./mail-images.ts";
import { pastedFiles } from "./pasted-files.ts";
import { cleanPasted } from "./clean-pasted.ts";
import { placeToWrite } from "./place-to-write.ts";
import { writeHtml } from "./write-html.ts";
import { writeText } from "./write-text.ts";

export type RichTextProps = {
  /** Its name, where it is not the text of a mail. */
  label?: string;
  /** The element that says more of it. */
  describedBy?: string;
  /** Shown where nothing is written yet. */
  hint?: string;
  html: string;
  /** Of the mail; those with a Content-ID can stand in its text. */
  files: readonly MailFile[];
  onChange: (content: { html: string; text: string }) => void;
  /** Pasted or dropped into the text, where images are to stand. */
  onFiles: (files: File[], isInline: boolean) => void;
  onEditor: (editor: Editor | null) => void;
  startsFocused: boolean;
};

/** Where a mail is written. Its own rules live in the global stylesheet, as the page's policy wants. */
export function RichText(props: RichTextProps) {
  const { label, describedBy, hint, html, files, onChange, onFiles, onEditor, startsFocused } = props;
  const strings = useStrings();
  // Before the editor draws them.
  useState(() => rememberImages(files));
  const [isUnwritten, setIsUnwritten] = useState(false);
  const editor = useEditor({
    extensions: mailExtensions(),
    content: readHtml(html),
    onCreate: ({ editor: now }) => {
      setIsUnwritten(hasNoWords(now));
      if (startsFocused) now.commands.focus(placeToWrite(now));
    },
    immediatelyRender: false,
    injectCSS: false,
    editorProps: {
      attributes: {
        "aria-label": label ?? strings.composer.text,
        "aria-multiline": "true",
        ...(describedBy !== undefined && { "aria-describedby": describedBy }),
        ...(hint !== undefined && { "aria-placeholder": hint }),
        role: "textbox",
        dir: "auto",
        class: "min-h-[66px] px-3.5 py-3 text-base outline-none",
      },
      transformPastedHTML: (pasted, view) =>
        // What was copied here is clean, and knows more than HTML says.
        pasted.includes("data-pm-slice") || view.dragging !== null
          ? pasted
          : cleanPasted(new DOMParser().parseFromString(pasted, "text/html")),
      handlePaste: (_view, event) => {
        const found = event.clipboardData ? pastedFiles(event.clipboardData) : [];
        if (found.length > 0) onFiles(found, true);
        return found.length > 0;
      },
      handleDrop: (view, event) => {
        const found = [...(event.dataTransfer?.files ?? [])];
        if (found.length === 0) return false;
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (at) view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at.pos))));
        onFiles(found, true);
        return true;
      },
    },
    onUpdate: ({ editor: now }) => {
      setIsUnwritten(hasNoWords(now));
      onChange(written(now));
    },
  });
  return (
    <EditorFrame editor={editor} onEditor={onEditor} hint={isUnwritten ? hint : undefined} className="text-base" />
  );
}

/** Nothing but a signature below an empty line, if so much. */
function hasNoWords({ state: { doc } }: Editor): boolean {
  const [first, ...rest] = doc.children;
  return (
    first?.type.name === "paragraph" && first.content.size === 0 && rest.every(({ type }) => type.name === "signature")
  );
}

function written(editor: Editor): { html: string; text: string } {
  const doc = editor.getJSON();
  return { html: editor.isEmpty ? "" : writeHtml(doc), text: writeText(doc) };
}
