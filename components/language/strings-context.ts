"use client";

import { createContext } from "react";
import type { Language } from "#lib/contracts/vocabulary";
import type { FirstStrings, RestStrings } from "#lib/strings/strings";

export type SpokenStrings = FirstStrings & { language: Language };

/** The other English words, on a page that brings them. */
export const RestStringsContext = createContext<RestStrings | null>(null);

export const StringsContext = createContext<SpokenStrings | null>(null);
