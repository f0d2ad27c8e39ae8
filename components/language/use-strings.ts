"use client";

import { use } from "react";
import { restWords } from "#lib/strings/catalogue";
import type { FirstStrings, Strings } from "#lib/strings/strings";
import { RestStringsContext } from "./strings-context.ts";
import { useFirstStrings } from "./use-first-strings.ts";

const wholes = new WeakMap<FirstStrings, Strings>();

/**
 * The words of the interface in the reader's language; `locale` among them is how dates and numbers are written. Waits for those that the
 * first load did not bring.
 */
export function useStrings(): Strings {
  const first = useFirstStrings();
  const english = use(RestStringsContext);
  const brought = first.language === "en" ? english : null;
  const rest = brought ?? use(restWords(first.language));
  const known = wholes.get(first);
  if (known) return known;
  const whole = { ...first, ...rest };
  wholes.set(first, whole);
  return whole;
}
