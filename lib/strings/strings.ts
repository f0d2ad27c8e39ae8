import type { firstEn } from "./first.en.ts";
import type { restEn } from "./rest.en.ts";

/** The words that an inbox begins with, in one language; English says which there are. */
export type FirstStrings = typeof firstEn;
export type RestStrings = typeof restEn;
/** All words of the interface. */
export type Strings = FirstStrings & RestStrings;
