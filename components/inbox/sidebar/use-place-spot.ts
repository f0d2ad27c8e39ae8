"use client";

import { useState, type MouseEvent } from "react";
import { isOwnMenuAsked } from "../../ui/is-own-menu-asked.ts";

/** The menu of a line of the sidebar: opened by its button, by a right click on the line, or by the menu key. */
export function usePlaceSpot() {
  const [open, onOpenChange] = useState(false);
  const onContextMenu = (event: MouseEvent) => {
    if (!isOwnMenuAsked(event)) return;
    event.preventDefault();
    onOpenChange(true);
  };
  return { open, onOpenChange, onContextMenu };
}
