import { generateJSON } from "@tiptap/react";
import { mailExtensions } from "./extensions.ts";
import { readHtml } from "./read-html.ts";
import { writeText } from "./write-text.ts";

/** What HTML of the editor says, as a mail of text only says it. */
export function textOfHtml(html: string): string {
  return html === "" ? "" : writeText(generateJSON(readHtml(html), mailExtensions()));
}
