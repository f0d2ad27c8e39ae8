"use client";

import { useState, type DragEvent } from "react";

/** Files that are let go anywhere on an element; what the text has taken in already is not taken twice. */
export function useFileDrop(onFiles: (files: File[]) => void) {
  const [isDragged, setIsDragged] = useState(false);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      setIsDragged(true);
    },
    onDragLeave: (event: DragEvent) => {
      // From one child to the next it is still over the element.
      const isWithin = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
      if (!isWithin) setIsDragged(false);
    },
    onDrop: (event: DragEvent) => {
      setIsDragged(false);
      if (event.defaultPrevented || event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      onFiles([...event.dataTransfer.files]);
    },
  };
  return { isDragged, handlers };
}
