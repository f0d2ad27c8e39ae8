import { htmlOfText } from "./editor/html-of-text.ts";
import { textOfHtml } from "./editor/text-of-html.ts";
import { carriedFiles, type MailFields } from "./mail-fields.ts";

/** A text to go on with, above a signature that stands alone. */
export function plainText(html: string): string {
  const text = textOfHtml(html);
  return text.startsWith("-- \n") ? `\n\n${text}` : text;
}

/** Without its looks; images of the text are files beside it. */
export function withoutLooks(fields: MailFields): Pick<MailFields, "isPlain" | "html" | "text" | "files"> {
  return { isPlain: true, html: "", text: plainText(fields.html), files: carriedFiles(fields) };
}

/** To be given looks; an image that was one of the text is shown there again. */
export function withLooks({ text, files }: MailFields): Pick<MailFields, "isPlain" | "html"> {
  return { isPlain: false, html: htmlOfText(text, files) };
}

/** Whether a text alone says less: lists and quotes have signs of their own, emphasis and images have none. */
export function hasLooks(html: string): boolean {
  return /<(?:strong|b|em|i|u|s|h[1-6]|img|code|pre)\b/i.test(html);
}
