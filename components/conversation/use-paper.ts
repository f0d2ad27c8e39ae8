"use client";

import { isOneOf } from "#lib/is-one-of";
import { useStored } from "../ui/use-stored.ts";
import { useMedia } from "../ui/use-media.ts";
import { useTheme } from "../ui/use-theme.ts";

export type Paper = { isDarkTheme: boolean; isDark: boolean; toggle: () => void };

const choices = ["default", "light", "dark"] as const;
type Choice = (typeof choices)[number];
const isChoice = isOneOf(choices);

/**
 * What a mail is drawn on in the dark theme: on dark if it brings no page of its own, else on the white sheet it was made for. The reader may
 * change it, and the mails of that sender keep it.
 */
export function usePaper(senderAddress: string, followsTheme: boolean): Paper {
  const [theme] = useTheme();
  const isSystemDark = useMedia("(prefers-color-scheme: dark)", false);
  const [choice, setChoice] = useStored<Choice>(`paper.${senderAddress.toLowerCase()}`, isChoice, "default");
  const isDarkTheme = theme === "dark" || (theme === "system" && isSystemDark);
  const wanted = choice === "default" ? followsTheme : choice === "dark";
  const isDark = isDarkTheme && wanted;
  return { isDarkTheme, isDark, toggle: () => setChoice(isDark ? "light" : "dark") };
}
