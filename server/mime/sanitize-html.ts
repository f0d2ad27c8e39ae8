import { inPool } from "../pool.ts";
import { textAsHtml } from "./escape-html.ts";
import type { SanitizeInput, Sanitized } from "./sanitize/sanitize.ts";
import { stripTags } from "./strip-tags.ts";

/**
 * Mail HTML made harmless (security: T1–T3): allowlists of elements, attributes and CSS, links that open elsewhere, remote images only through
 * the proxy and only when asked for. The result goes out as it is; nothing may be changed in it afterwards.
 */
export async function sanitizeHtml(input: SanitizeInput): Promise<Sanitized> {
  if (input.html.trim() === "") return { html: "", remoteImageCount: 0, hasHtml: false, followsTheme: true };
  try {
    return await inPool<Sanitized>("sanitize", input);
  } catch {
    // Too slow or too large even for a thread of its own: its words, taken out without parsing.
    return { html: textAsHtml(stripTags(input.html)), remoteImageCount: 0, hasHtml: false, followsTheme: true };
  }
}
