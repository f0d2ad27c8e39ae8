"use client";

import { useEditorState, type Editor } from "@tiptap/react";
import { Bold, Italic, List, ListOrdered, Quote, Underline, type LucideIcon } from "lucide-react";
import { Toolbar as Radix } from "radix-ui";
import { cn } from "#lib/cn";
import { useStrings } from "../../language/use-strings.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { FormatMenu } from "./format-menu.tsx";
import { ImageButton } from "./image-button.tsx";
import { LinkButton } from "./link-button.tsx";

/** What makes a text look different; belongs in a toolbar. */
export function Marks({ editor }: { editor: Editor }) {
  const words = useStrings().composer;
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive("bold"),
      italic: now.isActive("italic"),
      underline: now.isActive("underline"),
      bullets: now.isActive("bulletList"),
      numbers: now.isActive("orderedList"),
      quote: now.isActive("blockquote"),
      image: now.isActive("mailImage"),
    }),
  });
  const chain = () => editor.chain().focus();
  // They stand in the menu as well.
  const wide = "@max-[36rem]/composer:hidden";
  return (
    <>
      <Mark icon={Bold} label={words.bold} isOn={on.bold} onToggle={() => chain().toggleBold().run()} />
      <Mark
        icon={Italic}
        label={words.italic}
        isOn={on.italic}
        onToggle={() => chain().toggleItalic().run()}
        className={wide}
      />
      <Mark
        icon={Underline}
        label={words.underline}
        isOn={on.underline}
        onToggle={() => chain().toggleUnderline().run()}
        className={wide}
      />
      <Radix.Button asChild>
        <LinkButton editor={editor} />
      </Radix.Button>
      <Mark icon={List} label={words.bullets} isOn={on.bullets} onToggle={() => chain().toggleBulletList().run()} />
      <Mark
        icon={ListOrdered}
        label={words.numbers}
        isOn={on.numbers}
        onToggle={() => chain().toggleOrderedList().run()}
        className={wide}
      />
      <Mark
        icon={Quote}
        label={words.quote}
        isOn={on.quote}
        onToggle={() => chain().toggleBlockquote().run()}
        className={wide}
      />
      {on.image && (
        <Radix.Button asChild>
          <ImageButton editor={editor} />
        </Radix.Button>
      )}
      <FormatMenu editor={editor} />
    </>
  );
}

type MarkProps = { icon: LucideIcon; label: string; isOn: boolean; onToggle: () => void; className?: string };

function Mark({ icon, label, isOn, onToggle, className }: MarkProps) {
  return (
    <Radix.Button asChild>
      <IconButton icon={icon} label={label} aria-pressed={isOn} onClick={onToggle} className={cn(className)} />
    </Radix.Button>
  );
}
