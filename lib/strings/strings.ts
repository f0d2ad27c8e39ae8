import { en } from "./en.ts";

/** The words of the interface, in the language it is shown in. */
export const strings = en;
