import type { DefaultTreeAdapterTypes } from "parse5";
import { foldClass } from "./fold/fold-class.ts";
import { foldHtml } from "./fold/fold-html.ts";
import { canFollowTheme, followTheme, sheetInTheme } from "./theme/follow-theme.ts";
import { markTimes } from "./times/mark-times.ts";
import { timeClass } from "./times/time-class.ts";

export type ReadingWishes = {
  /** See `FoldOptions`. */
  isForward: boolean;
  /** ISO instant: for times that name no day. */
  sentAt: string;
};

/** Classes that only we may give. */
export const ourMarks = [foldClass, timeClass];

/** What makes a mail easier to read, done in the tree before it is sanitised (security: T2). */
export function prepareForReading(
  home: DefaultTreeAdapterTypes.Element,
  css: string,
  { isForward, sentAt }: ReadingWishes,
): { css: string; followsTheme: boolean } {
  foldHtml(home, { isForward });
  markTimes(home, new Date(sentAt));
  const followsTheme = canFollowTheme(home, css);
  if (followsTheme) followTheme(home);
  return { css: followsTheme ? sheetInTheme(css) : css, followsTheme };
}
