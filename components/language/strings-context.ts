"use client";

import { createContext } from "react";
import type { Strings } from "#lib/strings/strings";

export const StringsContext = createContext<Strings | null>(null);
