import { textAsHtml } from "../escape-html.ts";
import { htmlToText } from "../html-to-text.ts";
import { passGate } from "./gate.ts";
import type { ImageRules } from "./image-source.ts";
import { purify } from "./purifier.ts";

export type SanitizeInput = ImageRules & {
  html: string;
  /** For a quote under our own words: no images and no style sheet, which would reach beyond it. */
  isQuote?: boolean;
};

export type Sanitized = {
  html: string;
  /** Remote images that were left out. */
  remoteImageCount: number;
  /** False when the mail has none, or more than can be shown: then `html` is its words alone. */
  hasHtml: boolean;
};

/** Runs in the pool: see `sanitizeHtml`. */
export function sanitize({ html, isQuote = false, ...rules }: SanitizeInput): Sanitized {
  const passed = passGate(html);
  if (passed === null) return { html: textAsHtml(htmlToText(html)), remoteImageCount: 0, hasHtml: false };
  return { ...purify(passed, rules, isQuote), hasHtml: true };
}
