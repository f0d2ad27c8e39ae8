"use client";

import { useRef, type RefObject } from "react";
import { useStrings } from "../language/use-strings.ts";
import { Modal } from "../ui/modal.tsx";
import { PaletteContent } from "./palette-content.tsx";
import { paletteClasses } from "./palette-classes.ts";

export type PaletteDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What was typed before it was there. */
  initialText: string;
  /** What had the focus before. */
  opener: RefObject<Element | null>;
};

/** The palette, loaded after the page. */
export function PaletteDialog({ open, onOpenChange, initialText, opener }: PaletteDialogProps) {
  const words = useStrings().command;
  const chosen = useRef<() => void>(undefined);
  const choose = (run: () => void) => {
    chosen.current = run;
    onOpenChange(false);
  };
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      opener={opener}
      // Only now, so that what the command opens keeps the focus.
      onClosed={() => {
        chosen.current?.();
        chosen.current = undefined;
      }}
      title={words.palette}
      className={paletteClasses}
    >
      <PaletteContent initialText={initialText} onChoose={choose} />
    </Modal>
  );
}
