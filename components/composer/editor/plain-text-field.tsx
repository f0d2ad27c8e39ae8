"use client";

import { Extension, useEditor, type Editor, type Extensions } from "@tiptap/react";
import { StarterKit } from "@tiptap/starter-kit";
import { useState } from "react";
import { useStrings } from "../../language/use-strings.ts";
import { EditorFrame } from "./editor-frame.tsx";
import { MarkedPlaceholders } from "./marked-placeholders.ts";
import { linesOfText, sliceOfText, textOfLines } from "./plain-lines.ts";

export type PlainTextFieldProps = {
  /** Shown where nothing is written yet. */
  hint: string;
  text: string;
  onChange: (content: { html: ""; text: string }) => void;
  /** Pasted or dropped into the text, which shows no images. */
  onFiles: (files: File[]) => void;
  onEditor: (editor: Editor | null) => void;
  startsFocused: boolean;
};

/** Where a mail of text only is written, line by line. */
export function PlainTextField({ hint, text, onChange, onFiles, onEditor, startsFocused }: PlainTextFieldProps) {
  const strings = useStrings();
  const [isUnwritten, setIsUnwritten] = useState(false);
  const editor = useEditor({
    extensions: plainExtensions(),
    content: linesOfText(text),
    onCreate: ({ editor: now }) => {
      setIsUnwritten(hasNoWords(now));
      if (startsFocused) now.commands.focus(placeToWrite(now));
    },
    immediatelyRender: false,
    injectCSS: false,
    editorProps: {
      attributes: {
        "aria-label": strings.composer.text,
        "aria-multiline": "true",
        "aria-placeholder": hint,
        role: "textbox",
        dir: "auto",
        "data-plain": "",
        class: "min-h-[66px] px-3.5 py-3 font-mono text-sm outline-none",
      },
      clipboardTextParser: (pasted, context) => sliceOfText(context.doc.type.schema, pasted),
      clipboardTextSerializer: ({ content }) => content.textBetween(0, content.size, "\n"),
      handlePaste: (view, event) => {
        const files = [...(event.clipboardData?.files ?? [])];
        const words = event.clipboardData?.getData("text/plain") ?? "";
        if (words !== "") view.pasteText(words);
        else if (files.length > 0) onFiles(files);
        return true;
      },
      handleDrop: (_view, event) => {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) onFiles(files);
        return files.length > 0;
      },
    },
    onUpdate: ({ editor: now }) => {
      setIsUnwritten(hasNoWords(now));
      onChange({ html: "", text: textOfLines(now.state.doc) });
    },
  });
  return (
    <EditorFrame
      editor={editor}
      onEditor={onEditor}
      hint={isUnwritten ? hint : undefined}
      className="font-mono text-sm"
    />
  );
}

function plainExtensions(): Extensions {
  return [
    StarterKit.configure({
      blockquote: false,
      bold: false,
      bulletList: false,
      code: false,
      codeBlock: false,
      hardBreak: false,
      heading: false,
      horizontalRule: false,
      italic: false,
      link: false,
      listItem: false,
      listKeymap: false,
      orderedList: false,
      strike: false,
      trailingNode: false,
      underline: false,
    }),
    ShiftedLines,
    MarkedPlaceholders,
  ];
}

/** There is one kind of line end. */
const ShiftedLines = Extension.create({
  name: "shiftedLines",
  addKeyboardShortcuts() {
    return { "Shift-Enter": () => this.editor.commands.splitBlock() };
  },
});

/** Nothing but a signature below empty lines, if so much. */
function hasNoWords({ state: { doc } }: Editor): boolean {
  const [above = ""] = textOfLines(doc).split(/^-- $/m);
  return above.trim() === "" && doc.firstChild?.content.size === 0;
}

/** Behind the words of its writer, above signature and quote. */
function placeToWrite({ state: { doc } }: Editor): number {
  let place = 1;
  let isOver = doc.firstChild?.content.size === 0;
  doc.forEach((line, at) => {
    isOver ||= line.textContent === "-- " || line.textContent.startsWith(">");
    if (!isOver && line.content.size > 0) place = at + 1 + line.content.size;
  });
  return place;
}
