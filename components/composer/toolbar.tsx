"use client";

import { useEditorState, type Editor } from "@tiptap/react";
import { Bold, Italic, List, ListOrdered, Paperclip, Quote } from "lucide-react";
import { useRef, type ChangeEvent } from "react";
import { useStrings } from "../language/use-strings.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { LinkButton } from "./link-button.tsx";

export type ToolbarProps = { editor: Editor | null; onFiles: (files: File[]) => void };

export function Toolbar({ editor, onFiles }: ToolbarProps) {
  const words = useStrings().composer;
  const input = useRef<HTMLInputElement>(null);
  const handleChange = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])]);
    event.target.value = "";
  };
  return (
    <div role="toolbar" aria-label={words.region} className="flex items-center gap-0.5">
      {editor && <Marks editor={editor} />}
      <IconButton icon={Paperclip} label={words.attach} onClick={() => input.current?.click()} />
      <input ref={input} type="file" multiple hidden aria-label={words.attach} onChange={handleChange} />
    </div>
  );
}

function Marks({ editor }: { editor: Editor }) {
  const words = useStrings().composer;
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive("bold"),
      italic: now.isActive("italic"),
      bullets: now.isActive("bulletList"),
      numbers: now.isActive("orderedList"),
      quote: now.isActive("blockquote"),
    }),
  });
  const chain = () => editor.chain().focus();
  return (
    <>
      <IconButton icon={Bold} label={words.bold} aria-pressed={on.bold} onClick={() => chain().toggleBold().run()} />
      <IconButton
        icon={Italic}
        label={words.italic}
        aria-pressed={on.italic}
        onClick={() => chain().toggleItalic().run()}
        className="max-pair:hidden"
      />
      <LinkButton editor={editor} />
      <IconButton
        icon={List}
        label={words.bullets}
        aria-pressed={on.bullets}
        onClick={() => chain().toggleBulletList().run()}
      />
      <IconButton
        icon={ListOrdered}
        label={words.numbers}
        aria-pressed={on.numbers}
        onClick={() => chain().toggleOrderedList().run()}
        className="max-pair:hidden"
      />
      <IconButton
        icon={Quote}
        label={words.quote}
        aria-pressed={on.quote}
        onClick={() => chain().toggleBlockquote().run()}
        className="max-pair:hidden"
      />
    </>
  );
}
