import { clsx, type ClassValue } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// Our own text sizes and shadows would else be taken for colours, and be dropped beside one.
const merge = extendTailwindMerge({
  extend: { theme: { text: ["2xs"], shadow: ["float"], "font-weight": ["strong"] } },
});

/** Joins class names; of two that set the same thing, the later one wins. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
