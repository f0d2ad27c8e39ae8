import { htmlToText } from "./html-to-text.ts";
import { sanitizeHtml } from "./sanitize-html.ts";

/** What an agent has written, as it may be put into colleagues' editors; empty when nothing is left to be read. */
export async function safeHtml(html: string): Promise<string> {
  const safe = await sanitizeHtml({ html, cidUrls: {}, showRemoteImages: false, imageProxy: null, isQuote: true });
  return htmlToText(safe.html) === "" ? "" : safe.html;
}
