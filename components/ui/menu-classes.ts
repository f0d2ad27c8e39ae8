/** What menus, selects, popovers and the palette share. */
export const surfaceClasses =
  "z-50 min-w-44 animate-appear overflow-y-auto rounded-lg border border-line bg-raised p-1 text-sm text-ink shadow-float";

export const itemClasses =
  "flex min-h-7 pointer-coarse:min-h-10 items-center gap-2 rounded-md px-2 py-1 text-ink-2 outline-none select-none aria-disabled:opacity-50 " +
  "data-highlighted:bg-selected data-highlighted:text-ink [&_.lucide]:text-ink-3";
