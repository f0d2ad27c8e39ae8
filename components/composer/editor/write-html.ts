/**
 * What was written, as the HTML of a mail. Mail programs bring no style sheet of ours and disagree about margins, so the few styles that
 * matter stand at their elements; nothing has a class. The editor reads it back as it was, which is how drafts are kept.
 */
import type { JSONContent } from "@tiptap/react";
import { sameLink } from "./same-link.ts";

const below = "margin:0 0 10px";
const styles = {
  quote: `${below};border-left:2px solid silver;padding-left:1ex`,
  code: "font-family:monospace;background-color:whitesmoke;padding:1px 3px",
  pre: `${below};font-family:monospace;background-color:whitesmoke;padding:8px;white-space:pre-wrap`,
  h2: `${below};font-size:1.35em`,
  h3: `${below};font-size:1.15em`,
};

export function writeHtml(doc: JSONContent): string {
  return blocks(doc);
}

function blocks(node: JSONContent): string {
  return (node.content ?? []).map(block).join("");
}

function block(node: JSONContent): string {
  const attributes = node.attrs ?? {};
  switch (node.type) {
    case "heading": {
      const tag = attributes["level"] === 2 ? "h2" : "h3";
      return `<${tag} style="${styles[tag]}">${inline(node)}</${tag}>`;
    }
    case "bulletList":
      return `<ul style="${below}">${blocks(node)}</ul>`;
    case "orderedList": {
      const start = Number(attributes["start"] ?? 1);
      return `<ol style="${below}"${start === 1 ? "" : ` start="${start}"`}>${blocks(node)}</ol>`;
    }
    case "listItem":
      return `<li>${(node.content ?? []).map((child, index) => (index === 0 && child.type === "paragraph" ? inline(child) : block(child))).join("")}</li>`;
    case "blockquote":
      return `<blockquote${attributes["isCited"] === true ? ' type="cite"' : ""} style="${styles.quote}">${blocks(node)}</blockquote>`;
    case "codeBlock":
      return `<pre style="${styles.pre}"><code>${escape(plain(node))}</code></pre>`;
    case "horizontalRule":
      return "<hr>";
    case "signature":
      // RFC 3676 §4.3, so that what folds signatures finds it in HTML as well.
      return `<div data-signature=""><div data-delimiter="">-- </div>${tight(blocks(node))}</div>`;
    default:
      return `<p style="${below}">${inline(node) || "<br>"}</p>`;
  }
}

/** The lines of a signature stand close, as on a card. */
function tight(html: string): string {
  return html.replaceAll(`<p style="${below}">`, '<p style="margin:0">');
}

/** A link that changes its looks midway is one link all the same. */
function inline(node: JSONContent): string {
  return sameLink(node.content ?? [])
    .map(({ href, nodes }) => {
      const words = nodes.map(piece).join("");
      return href === null ? words : `<a href="${escape(href)}">${words}</a>`;
    })
    .join("");
}

const tags: Readonly<Record<string, [string, string]>> = {
  bold: ["<strong>", "</strong>"],
  italic: ["<em>", "</em>"],
  underline: ["<u>", "</u>"],
  strike: ["<s>", "</s>"],
  code: [`<code style="${styles.code}">`, "</code>"],
};

function piece(node: JSONContent): string {
  if (node.type === "hardBreak") return "<br>";
  if (node.type === "mailImage") return image(node.attrs ?? {});
  return (node.marks ?? []).reduceRight(
    (words, mark) => {
      const [open, close] = tags[mark.type] ?? ["", ""];
      return open + words + close;
    },
    spaced(escape(node.text ?? "")),
  );
}

function image(attributes: Record<string, unknown>): string {
  const [contentId, alt] = [attributes["contentId"], attributes["alt"]].map((value) => (typeof value === "string" ? value : ""));
  const { width } = attributes;
  const wide = typeof width === "number" ? ` width="${width}"` : "";
  return `<img src="cid:${escape(contentId ?? "")}" alt="${escape(alt ?? "")}"${wide} style="max-width:100%;height:auto">`;
} // prettier-ignore

/** HTML shows one space for many. */
function spaced(text: string): string {
  return text.replace(/ {2,}|^ /g, (spaces) => "\u00a0".repeat(spaces.length - 1) + (spaces.length > 1 ? " " : "\u00a0"));
} // prettier-ignore

function plain(node: JSONContent): string {
  return node.text ?? (node.content ?? []).map(plain).join("");
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}
