"use client";

import type { ReactNode } from "react";
import { cn } from "#lib/cn";
import { Modal } from "./modal.tsx";

const sides = {
  left: "inset-y-0 left-0 w-72 max-w-[calc(100vw-3rem)] border-y-0 border-l-0",
  bottom: "inset-x-0 bottom-0 max-h-[85dvh] rounded-t-lg border-x-0 border-b-0 pb-[env(safe-area-inset-bottom)]",
};

export type SheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  side?: keyof typeof sides;
  className?: string;
  children: ReactNode;
};

/** What comes in from the edge of a small screen, in reach of a thumb. */
export function Sheet({ open, onOpenChange, title, side = "bottom", className, children }: SheetProps) {
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      onOpenAutoFocus={(event) => {
        // On itself: a focused button would show its tooltip, which Escape would close first.
        event.preventDefault();
        if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
      }}
      className={cn("flex flex-col overflow-y-auto", sides[side], className)}
    >
      {children}
    </Modal>
  );
}
