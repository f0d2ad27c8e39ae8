"use client";

import { Suspense, useEffect, useRef, useState } from "react";
import { cn } from "#lib/cn";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { EarlyField } from "../ui/early-field.tsx";
import { later } from "../ui/later.tsx";
import { whenIdle } from "../ui/when-idle.ts";
import { paletteClasses } from "./palette-classes.ts";
import { useShortcut } from "./shortcuts.tsx";

const PaletteDialog = later(async () => (await import("./palette-dialog.tsx")).PaletteDialog);

/** Every command that can be given here, found by typing, each with its key. What is typed while it is still on its way is kept. */
export function CommandPalette() {
  const words = useFirstStrings().command;
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const opener = useRef<Element | null>(null);
  useShortcut("app.palette", () => {
    opener.current = document.activeElement;
    setTyped("");
    setIsOpen(true);
  });
  useEffect(() => whenIdle(PaletteDialog.preload), []);
  const handleEscape = () => {
    setIsOpen(false);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  const early = isOpen && (
    <dialog
      open
      aria-label={words.palette}
      className={cn("fixed z-40 m-0 border border-line bg-raised text-ink shadow-float", paletteClasses)}
    >
      <EarlyField
        label={words.palette}
        placeholder={words.palettePlaceholder}
        size="lg"
        text={typed}
        onText={setTyped}
        onEscape={handleEscape}
      />
    </dialog>
  );
  return (
    <Suspense fallback={early}>
      {isOpen && <PaletteDialog open onOpenChange={setIsOpen} initialText={typed} opener={opener} />}
    </Suspense>
  );
}
