/** How large a command list is: in the palette, or in a menu. */
export type CommandSize = "md" | "lg";

/** The field that a command list is searched by, and what stands in for it while that is loaded. */
export const commandFieldClasses: Record<CommandSize, string> = {
  md: "h-9 pointer-coarse:h-11 px-3 text-sm w-full border-b border-line bg-transparent outline-none focus-visible:border-accent",
  lg: "h-12 px-4 text-base w-full border-b border-line bg-transparent outline-none focus-visible:border-accent",
};
