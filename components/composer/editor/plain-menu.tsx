"use client";

import { useEditorState, type Editor } from "@tiptap/react";
import { Baseline } from "lucide-react";
import { Toolbar as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useStrings } from "../../language/use-strings.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";

/** What can be done with a text that has no looks. */
export function PlainMenu({ editor, children }: { editor: Editor; children: ReactNode }) {
  const words = useStrings().composer;
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ canUndo: now.can().undo(), canRedo: now.can().redo() }),
  });
  return (
    <Menu
      side="top"
      trigger={
        <Radix.Button asChild>
          <IconButton icon={Baseline} label={words.moreFormats} />
        </Radix.Button>
      }
    >
      <MenuItem disabled={!on.canUndo} onSelect={() => editor.chain().focus().undo().run()}>
        {words.undoTyping}
      </MenuItem>
      <MenuItem disabled={!on.canRedo} onSelect={() => editor.chain().focus().redo().run()}>
        {words.redoTyping}
      </MenuItem>
      {children}
    </Menu>
  );
}
