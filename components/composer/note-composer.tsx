"use client";

import { useQueryClient } from "@tanstack/react-query";
import { StickyNote, X } from "lucide-react";
import { useState, type KeyboardEvent } from "react";
import { toast } from "../ui/toast.ts";
import { addNote } from "#lib/query/notes";
import { useKeyLabel } from "../command/shortcuts.tsx";
import { useStrings } from "../language/use-strings.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { messageOf } from "../settings/apply-problem.ts";

export type NoteComposerProps = { conversationId: number; onClose: () => void };

/** A word to the team. */
export function NoteComposer({ conversationId, onClose }: NoteComposerProps) {
  const strings = useStrings();
  const words = strings.composer;
  const client = useQueryClient();
  const keyOf = useKeyLabel();
  const [text, setText] = useState("");
  const isEmpty = text.trim() === "";
  const handleAdd = () => {
    if (isEmpty) return;
    addNote(client, conversationId, text.trim()).catch((error: Error) => toast.error(messageOf(strings, error)));
    onClose();
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      handleAdd();
    }
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };
  return (
    // Keys typed in its fields come up to here.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label={words.kinds.note}
      onKeyDown={handleKeyDown}
      className="flex min-h-0 grow flex-col bg-note text-note-ink"
    >
      <div className="flex items-center gap-2 border-b border-note-line py-1 pr-1.5 pl-3">
        <StickyNote aria-hidden />
        <span className="grow">{words.kinds.note}</span>
        <IconButton size="sm" icon={X} label={strings.common.cancel} keys="Esc" onClick={onClose} />
      </div>
      <textarea
        aria-label={words.kinds.note}
        placeholder={words.notePlaceholder}
        value={text}
        dir="auto"
        // It was asked for by name.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onChange={(event) => setText(event.target.value)}
        className="field-sizing-content min-h-[66px] grow resize-none bg-transparent px-3.5 py-3 text-base outline-none placeholder:text-note-ink/70"
      />
      <footer className="flex justify-end px-2.5 py-2">
        <Button look="primary" keys={keyOf("write.send")} disabled={isEmpty} onClick={handleAdd}>
          {words.addNote}
        </Button>
      </footer>
    </section>
  );
}
