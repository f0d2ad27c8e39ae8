"use client";

import { useState, type MouseEvent } from "react";

/** The menu of a line of the sidebar: opened by its button, by a right click on the line, or by the menu key. */
export function usePlaceSpot() {
  const [open, onOpenChange] = useState(false);
  const onContextMenu = (event: MouseEvent) => {
    // Shift and a right click leave the browser its own menu; Shift+F10 asks for ours.
    if (event.shiftKey && event.button === 2) return;
    event.preventDefault();
    onOpenChange(true);
  };
  return { open, onOpenChange, onContextMenu };
}
