"use client";

import type { ReactNode } from "react";
import { Menu } from "./menu.tsx";

export type Point = { x: number; y: number };
export type PointMenuProps = { at: Point; onClose: () => void; children: ReactNode };

/** A menu where it was asked for: by a right click, a long press, or the menu key. */
export function PointMenu({ at, onClose, children }: PointMenuProps) {
  return (
    <Menu
      open
      onOpenChange={(open) => !open && onClose()}
      trigger={
        <button type="button" tabIndex={-1} aria-hidden style={{ left: at.x, top: at.y }} className="fixed size-0" />
      }
    >
      {children}
    </Menu>
  );
}
