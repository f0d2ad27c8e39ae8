"use client";

import { useEffect, useRef, useState } from "react";
import { useStrings } from "../language/use-strings.ts";
import { later } from "../ui/later.tsx";
import { Modal } from "../ui/modal.tsx";
import { TypedAhead } from "../ui/typed-ahead.tsx";
import { whenIdle } from "../ui/when-idle.ts";
import { useShortcut } from "./shortcuts.tsx";

const PaletteContent = later(async () => (await import("./palette-content.tsx")).PaletteContent);

/** Every command that can be given here, found by typing, each with its key. */
export function CommandPalette() {
  const words = useStrings().command;
  const [isOpen, setIsOpen] = useState(false);
  const chosen = useRef<() => void>(undefined);
  useShortcut("app.palette", () => setIsOpen(true));
  useEffect(() => whenIdle(PaletteContent.preload), []);
  const choose = (run: () => void) => {
    chosen.current = run;
    setIsOpen(false);
  };
  return (
    <Modal
      open={isOpen}
      onOpenChange={setIsOpen}
      // Only now, so that what the command opens keeps the focus.
      onClosed={() => {
        chosen.current?.();
        chosen.current = undefined;
      }}
      title={words.palette}
      className="top-[14dvh] left-1/2 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-lg"
    >
      <TypedAhead label={words.palette} placeholder={words.palettePlaceholder} size="lg">
        {(typed) => <PaletteContent initialText={typed} onChoose={choose} />}
      </TypedAhead>
    </Modal>
  );
}
