"use client";

import type { ReactNode } from "react";
import { restEn } from "#lib/strings/rest.en";
import { RestStringsContext } from "./strings-context.ts";

/** For pages that say more than an inbox from the beginning: what they say comes with them, as far as it is English. */
export function AllWords({ children }: { children: ReactNode }) {
  return <RestStringsContext value={restEn}>{children}</RestStringsContext>;
}
