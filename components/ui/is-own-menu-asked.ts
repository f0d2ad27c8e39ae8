import type { MouseEvent } from "react";

/** Shift and a right click leave the browser its own menu; Shift+F10, which browsers make the same event of, asks for ours. */
export const isOwnMenuAsked = ({ shiftKey, button }: MouseEvent) => !(shiftKey && button === 2);
