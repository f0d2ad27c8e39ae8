"use client";

import { useEditorState, type Editor } from "@tiptap/react";
import { Bold, Italic, List, ListOrdered, Quote, Underline, type LucideIcon } from "lucide-react";
import { Toolbar as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "#lib/cn";
import { useStrings } from "../../language/use-strings.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { FormatMenu } from "./format-menu.tsx";
import { ImageButton } from "./image-button.tsx";
import { LinkButton } from "./link-button.tsx";

/** What makes a text look different; belongs in a toolbar. `children` end the menu of what is wanted less often. */
export function Marks({ editor, children }: { editor: Editor; children?: ReactNode }) {
  const strings = useStrings();
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
  const words = strings.composer;
  const ofText: MarkProps[] = [
    { icon: Bold, label: words.bold, isOn: on.bold, onToggle: () => chain().toggleBold().run() },
    { icon: Italic, label: words.italic, isOn: on.italic, isWide: true, onToggle: () => chain().toggleItalic().run() },
    {
      icon: Underline,
      label: words.underline,
      isOn: on.underline,
      isWide: true,
      onToggle: () => chain().toggleUnderline().run(),
    },
  ];
  const ofBlocks: MarkProps[] = [
    { icon: List, label: words.bullets, isOn: on.bullets, onToggle: () => chain().toggleBulletList().run() },
    {
      icon: ListOrdered,
      label: words.numbers,
      isOn: on.numbers,
      isWide: true,
      onToggle: () => chain().toggleOrderedList().run(),
    },
    { icon: Quote, label: words.quote, isOn: on.quote, isWide: true, onToggle: () => chain().toggleBlockquote().run() },
  ];
  return (
    <>
      {ofText.map((mark) => (
        <Mark key={mark.label} {...mark} />
      ))}
      <Radix.Button asChild>
        <LinkButton editor={editor} />
      </Radix.Button>
      {ofBlocks.map((mark) => (
        <Mark key={mark.label} {...mark} />
      ))}
      {on.image && (
        <Radix.Button asChild>
          <ImageButton editor={editor} />
        </Radix.Button>
      )}
      <FormatMenu editor={editor}>{children}</FormatMenu>
    </>
  );
}

type MarkProps = {
  icon: LucideIcon;
  label: string;
  isOn: boolean;
  onToggle: () => void;
  /** Where it is narrow it stands in the menu only. */
  isWide?: boolean;
};

function Mark({ icon, label, isOn, onToggle, isWide = false }: MarkProps) {
  return (
    <Radix.Button asChild>
      <IconButton
        icon={icon}
        label={label}
        aria-pressed={isOn}
        onClick={onToggle}
        className={cn(isWide && "@max-[36rem]/composer:hidden")}
      />
    </Radix.Button>
  );
}
