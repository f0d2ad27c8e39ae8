import { textAsHtml } from "../escape-html.ts";
import { htmlToText } from "../html-to-text.ts";
import { passGate } from "./gate.ts";
import type { ImageRules } from "./image-source.ts";
import { ourMarks, prepareForReading, type ReadingWishes } from "./prepare-for-reading.ts";
import { purify } from "./purifier.ts";
import { withoutOurMarks } from "./fold/fold-html.ts";

export type SanitizeInput = ImageRules & {
  html: string;
  /** For a quote under our own words: no images and no style sheet, which would reach beyond it. */
  isQuote?: boolean;
  /** For a reader: what can be folded and what is a time is marked, and colours of the theme are left to it. */
  reading?: ReadingWishes;
};

export type Sanitized = {
  html: string;
  /** Remote images that were left out. */
  remoteImageCount: number;
  /** False when the mail has none, or more than can be shown: then `html` is its words alone. */
  hasHtml: boolean;
  /** It brings no page of its own: it can be drawn in light or dark. */
  followsTheme: boolean;
};

/** Runs in the pool: see `sanitizeHtml`. */
export function sanitize({ html, isQuote = false, reading, ...rules }: SanitizeInput): Sanitized {
  let followsTheme = false;
  const passed = passGate(html, (home, css) => {
    withoutOurMarks(home, ourMarks);
    if (!reading) return css;
    const prepared = prepareForReading(home, css, reading);
    followsTheme = prepared.followsTheme;
    return prepared.css;
  });
  if (passed === null)
    return { html: textAsHtml(htmlToText(html)), remoteImageCount: 0, hasHtml: false, followsTheme: true };
  return { ...purify(passed, rules, isQuote), hasHtml: true, followsTheme };
}
