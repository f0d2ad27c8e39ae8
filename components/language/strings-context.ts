"use client";

import { createContext } from "react";
import type { Language } from "#lib/contracts/vocabulary";
import type { FirstStrings } from "#lib/strings/strings";

export type SpokenStrings = FirstStrings & { language: Language };

export const StringsContext = createContext<SpokenStrings | null>(null);
