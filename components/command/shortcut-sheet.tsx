"use client";

import { Suspense, useState } from "react";
import { later } from "../ui/later.tsx";
import { useShortcut } from "./shortcuts.tsx";

const SheetDialog = later(async () => (await import("./sheet-dialog.tsx")).SheetDialog);

/** All keys at a glance, and how to search; loaded when it is asked for. */
export function ShortcutSheet() {
  const [isOpen, setIsOpen] = useState(false);
  useShortcut("app.shortcuts", () => setIsOpen(true));
  return <Suspense>{isOpen && <SheetDialog onClose={() => setIsOpen(false)} />}</Suspense>;
}
