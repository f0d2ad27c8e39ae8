"use client";

import { Suspense, useState } from "react";
import { useStrings } from "../language/use-strings.ts";
import { Dialog } from "../ui/dialog.tsx";
import { useShortcut } from "./shortcuts.tsx";
import { later } from "../ui/later.tsx";

const SheetContent = later(async () => (await import("./sheet-content.tsx")).SheetContent);

/** All keys at a glance, and how to search; loaded when it is asked for. */
export function ShortcutSheet() {
  const words = useStrings().command;
  const [isOpen, setIsOpen] = useState(false);
  useShortcut("app.shortcuts", () => setIsOpen(true));
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen} title={words.sheetTitle} className="max-w-3xl" isText>
      <Suspense>
        <SheetContent onDone={() => setIsOpen(false)} />
      </Suspense>
    </Dialog>
  );
}
