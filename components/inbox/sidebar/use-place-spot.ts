"use client";

import { useState } from "react";
import { useMenuGesture } from "../../ui/use-menu-gesture.ts";

/** The menu of a line of the sidebar, if it has one: opened by its button, or where one asks for the line's menu. */
export function usePlaceSpot(hasMenu = true) {
  const [open, onOpenChange] = useState(false);
  const handlers = useMenuGesture(() => {
    if (hasMenu) onOpenChange(true);
    return hasMenu;
  });
  return { handlers, spot: { open, onOpenChange } };
}
