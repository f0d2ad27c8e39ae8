import { htmlToText } from "../../mime/html-to-text.ts";
import { sanitizeHtml } from "../../mime/sanitize-html.ts";

/** A signature as it may be put into colleagues' editors; empty when nothing is left to be read. */
export async function safeSignature(html: string): Promise<string> {
  const safe = await sanitizeHtml({ html, cidUrls: {}, showRemoteImages: false, imageProxy: null, isQuote: true });
  return htmlToText(safe.html) === "" ? "" : safe.html;
}
