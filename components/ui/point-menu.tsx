"use client";

import type { ReactNode } from "react";
import { Menu } from "./menu.tsx";

export type Point = { x: number; y: number };
export type PointMenuProps = { at: Point; onClose: () => void; children: ReactNode };

/** What the widest menu takes on a phone: it is shown as far from the edge, where the point itself leaves less. */
const roomPx = 224;

/** A menu where it was asked for: by a right click, a long press, or the menu key. Beside the point, so that a tall one can move up. */
export function PointMenu({ at, onClose, children }: PointMenuProps) {
  const { innerWidth } = window;
  const left = at.x <= innerWidth / 2 ? Math.min(at.x, innerWidth - roomPx) : Math.max(at.x, roomPx);
  return (
    <Menu
      open
      onOpenChange={(open) => !open && onClose()}
      side="right"
      trigger={<button type="button" tabIndex={-1} aria-hidden style={{ left, top: at.y }} className="fixed size-0" />}
    >
      {children}
    </Menu>
  );
}
