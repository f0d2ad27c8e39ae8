"use client";

import { use } from "react";
import { StringsContext, type SpokenStrings } from "./strings-context.ts";

/** The words that an inbox begins with, in the reader's language: all that what is in its first load may say. */
export function useFirstStrings(): SpokenStrings {
  const strings = use(StringsContext);
  if (!strings) throw new Error("Words are read outside of LanguageProvider.");
  return strings;
}
