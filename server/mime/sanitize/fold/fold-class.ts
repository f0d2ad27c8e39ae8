/** What can be folded has it. */
export const foldClass = "postroom-quote";
