"use client";

import { useEffect } from "react";
import { isOneOf } from "#lib/is-one-of";
import { useStored } from "./use-stored.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
const isTheme = isOneOf(themes);

/** The agent's choice of light or dark; without one the system's. The first paint takes it from the script of the root layout. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useStored<Theme>("theme", isTheme, "system");
  useEffect(() => {
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  return [theme, setTheme];
}
