"use client";

import { use } from "react";
import type { Strings } from "#lib/strings/strings";
import { StringsContext } from "./strings-context.ts";

/** The words of the interface in the reader's language; `locale` among them is how dates and numbers are written. */
export function useStrings(): Strings {
  const strings = use(StringsContext);
  if (!strings) throw new Error("Words are read outside of LanguageProvider.");
  return strings;
}
