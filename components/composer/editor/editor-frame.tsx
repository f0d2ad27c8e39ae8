"use client";

import { EditorContent, type Editor } from "@tiptap/react";
import { useEffect, useEffectEvent } from "react";
import { cn } from "#lib/cn";

export type EditorFrameProps = {
  editor: Editor | null;
  /** Told of the editor while it is there. */
  onEditor: (editor: Editor | null) => void;
  /** Shown over it where nothing is written yet. */
  hint: string | undefined;
  /** The look of the text. */
  className: string;
};

/** An editor in its place. */
export function EditorFrame({ editor, onEditor, hint, className }: EditorFrameProps) {
  const handleEditor = useEffectEvent(onEditor);
  useEffect(() => {
    handleEditor(editor);
    return () => handleEditor(null);
  }, [editor]);
  return (
    <div className="relative flex min-h-0 grow flex-col">
      <EditorContent editor={editor} className="min-h-0 grow overflow-y-auto" />
      {hint !== undefined && (
        <p
          aria-hidden
          className={cn("pointer-events-none absolute top-3 left-3.5 text-ink-3 pointer-coarse:text-[1rem]", className)}
        >
          {hint}
        </p>
      )}
    </div>
  );
}
