"use client";

import { Dialog } from "radix-ui";
import { useStrings } from "../language/use-strings.ts";
import { lazy, Suspense, useEffect, useState } from "react";
import { whenIdle } from "../ui/when-idle.ts";
import { useShortcut } from "./shortcuts.tsx";

const load = () => import("./palette-content.tsx");
const PaletteContent = lazy(async () => ({ default: (await load()).PaletteContent }));

/** Every command that can be given here, found by typing, each with its key. */
export function CommandPalette() {
  const words = useStrings().command;
  const [isOpen, setIsOpen] = useState(false);
  useShortcut("app.palette", () => setIsOpen(true));
  useEffect(() => whenIdle(load), []);
  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[14dvh] left-1/2 z-40 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-raised shadow-float outline-none"
        >
          <Dialog.Title className="sr-only">{words.palette}</Dialog.Title>
          <Suspense>
            <PaletteContent onDone={() => setIsOpen(false)} />
          </Suspense>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
