"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { useStrings } from "../language/use-strings.ts";
import { Modal } from "../ui/modal.tsx";
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
    <Modal
      open={isOpen}
      onOpenChange={setIsOpen}
      title={words.palette}
      className="top-[14dvh] left-1/2 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-lg"
    >
      <Suspense>
        <PaletteContent onDone={() => setIsOpen(false)} />
      </Suspense>
    </Modal>
  );
}
