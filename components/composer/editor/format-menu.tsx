"use client";

import { useEditorState, type Editor } from "@tiptap/react";
import { Toolbar as Radix } from "radix-ui";
import { Baseline } from "lucide-react";
import type { ReactNode } from "react";
import { useStrings } from "../../language/use-strings.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuCheckItem, MenuItem, MenuSeparator } from "../../ui/menu.tsx";

/** What is wanted less often, and what has no place in a narrow row. */
export function FormatMenu({ editor, children }: { editor: Editor; children?: ReactNode }) {
  const words = useStrings().composer;
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      italic: now.isActive("italic"),
      underline: now.isActive("underline"),
      strike: now.isActive("strike"),
      code: now.isActive("code"),
      codeBlock: now.isActive("codeBlock"),
      quote: now.isActive("blockquote"),
      numbers: now.isActive("orderedList"),
      heading: now.isActive("heading", { level: 2 }),
      smallHeading: now.isActive("heading", { level: 3 }),
      canUndo: now.can().undo(),
      canRedo: now.can().redo(),
    }),
  });
  const chain = () => editor.chain().focus();
  const items = [
    { label: words.italic, isOn: on.italic, run: () => chain().toggleItalic().run() },
    { label: words.underline, isOn: on.underline, run: () => chain().toggleUnderline().run() },
    { label: words.numbers, isOn: on.numbers, run: () => chain().toggleOrderedList().run() },
    { label: words.quote, isOn: on.quote, run: () => chain().toggleBlockquote().run() },
    { label: words.heading, isOn: on.heading, run: () => chain().toggleHeading({ level: 2 }).run() },
    { label: words.smallHeading, isOn: on.smallHeading, run: () => chain().toggleHeading({ level: 3 }).run() },
    { label: words.strike, isOn: on.strike, run: () => chain().toggleStrike().run() },
    { label: words.code, isOn: on.code, run: () => chain().toggleCode().run() },
    { label: words.codeBlock, isOn: on.codeBlock, run: () => chain().toggleCodeBlock().run() },
  ];
  return (
    <Menu
      side="top"
      trigger={
        <Radix.Button asChild>
          <IconButton icon={Baseline} label={words.moreFormats} />
        </Radix.Button>
      }
    >
      {items.map(({ label, isOn, run }) => (
        <MenuCheckItem key={label} checked={isOn} onCheckedChange={run}>
          {label}
        </MenuCheckItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={() => chain().unsetAllMarks().clearNodes().run()}>{words.clearFormat}</MenuItem>
      <MenuItem disabled={!on.canUndo} onSelect={() => chain().undo().run()}>
        {words.undoTyping}
      </MenuItem>
      <MenuItem disabled={!on.canRedo} onSelect={() => chain().redo().run()}>
        {words.redoTyping}
      </MenuItem>
      {children}
    </Menu>
  );
}
