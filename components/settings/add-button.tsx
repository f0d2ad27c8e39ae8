"use client";

import type { ReactNode } from "react";
import { useKeyLabel, useShortcut } from "../command/shortcuts.tsx";
import { Button } from "../ui/button.tsx";

export type AddButtonProps = { onAdd: () => void; children: ReactNode };

/** Begins something new, on the key that begins a mail in the inbox. */
export function AddButton({ onAdd, children }: AddButtonProps) {
  const keyOf = useKeyLabel();
  useShortcut("write.compose", onAdd);
  return (
    <Button look="primary" keys={keyOf("write.compose")} onClick={onAdd}>
      {children}
    </Button>
  );
}
