import { compile } from "html-to-text";
import { stripTags } from "./strip-tags.ts";

const charactersMax = 1_000_000;
/** A newsletter has a few thousand; unclosed ones cost the converter their square. */
const tagsMax = 30_000;

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: charactersMax },
  selectors: [
    { selector: "a", options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true, linkBrackets: ["<", ">"] } },
    { selector: "img", format: "skip" },
    { selector: "head", format: "skip" },
    { selector: "style", format: "skip" },
    { selector: "script", format: "skip" },
    { selector: "title", format: "skip" },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: "blockquote", options: { trimEmptyLines: true } },
  ],
});

/** The words of an HTML mail, with quotes marked by `>` and links in brackets; preheader spacers and hidden rests are gone. */
export function htmlToText(html: string): string {
  const head = html.slice(0, charactersMax);
  return tidy(head.split("<", tagsMax + 1).length > tagsMax ? stripTags(head) : safely(head));
}

function safely(html: string): string {
  try {
    return convert(html);
  } catch {
    // Nested deeper than a stack can follow: its words are better than nothing.
    return stripTags(html);
  }
}

function tidy(text: string): string {
  return text
    .replace(/\u034f|[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g, "")
    .replace(/\u00a0/g, " ")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
