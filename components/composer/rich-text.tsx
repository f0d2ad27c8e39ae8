"use client";

import { EditorContent, useEditor, type Editor } from "@tiptap/react";
import { StarterKit } from "@tiptap/starter-kit";
import { useEffect, useEffectEvent } from "react";
import { useStrings } from "../language/use-strings.ts";

export type RichTextProps = {
  html: string;
  onChange: (content: { html: string; text: string }) => void;
  onFiles: (files: File[]) => void;
  onEditor: (editor: Editor | null) => void;
  startsFocused: boolean;
};

/** Where a mail is written. Its own rules live in the global stylesheet, as the page's policy wants. */
export function RichText({ html, onChange, onFiles, onEditor, startsFocused }: RichTextProps) {
  const strings = useStrings();
  const handleEditor = useEffectEvent(onEditor);
  const editor = useEditor({
    extensions: [StarterKit.configure({ heading: false, horizontalRule: false, link: { openOnClick: false } })],
    content: html,
    autofocus: startsFocused ? "start" : false,
    immediatelyRender: false,
    injectCSS: false,
    editorProps: {
      attributes: {
        "aria-label": strings.composer.text,
        "aria-multiline": "true",
        role: "textbox",
        dir: "auto",
        class: "min-h-[66px] px-3.5 py-3 text-base outline-none",
      },
      handlePaste: (_view, event) => {
        const files = [...(event.clipboardData?.files ?? [])];
        if (files.length > 0) onFiles(files);
        return files.length > 0;
      },
    },
    onUpdate: ({ editor: now }) => onChange({ html: now.getHTML(), text: now.getText({ blockSeparator: "\n\n" }) }),
  });
  useEffect(() => {
    handleEditor(editor);
    return () => handleEditor(null);
  }, [editor]);
  return <EditorContent editor={editor} className="min-h-0 grow overflow-y-auto" />;
}
