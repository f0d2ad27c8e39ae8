import type { en } from "./en.ts";

/** The words of the interface, in one language; English says which there are. */
export type Strings = typeof en;
