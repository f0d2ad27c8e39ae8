/** What was written, as a mail of text only says it: for who reads without HTML, and for search. */
import type { JSONContent } from "@tiptap/react";
import { sameLink } from "./same-link.ts";

export function writeText(doc: JSONContent): string {
  return blocks(doc).join("\n\n").trimEnd();
}

/** Each with its lines; empty paragraphs say nothing that the blank line between two does not. */
function blocks(node: JSONContent): string[] {
  return (node.content ?? []).map(block).filter((text) => text !== "");
}

function block(node: JSONContent): string {
  switch (node.type) {
    case "bulletList":
      return list(node, () => "- ");
    case "orderedList": {
      const start = Number(node.attrs?.["start"] ?? 1);
      return list(node, (index) => `${start + index}. `);
    }
    case "blockquote":
      return quoted(blocks(node).join("\n\n"));
    case "horizontalRule":
      return "* * *";
    case "signature": {
      const text = blocks(node).join("\n");
      // RFC 3676 §4.3: its space is what makes it a delimiter.
      return text === "" ? "" : `-- \n${text}`;
    }
    case "codeBlock":
      return plain(node);
    default:
      return inline(node).replace(/[ \t]+$/gm, "");
  }
}

function list(node: JSONContent, markOf: (index: number) => string): string {
  return (node.content ?? [])
    .map((item, index) => {
      const mark = markOf(index);
      return (
        mark +
        blocks(item)
          .join("\n")
          .replaceAll("\n", `\n${" ".repeat(mark.length)}`)
      );
    })
    .join("\n");
}

/** As RFC 3676 §4.5 wants it: a quote within a quote has its marks together. */
function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => (line.startsWith(">") ? `>${line}` : `> ${line}`.trimEnd()))
    .join("\n");
}

function inline(node: JSONContent): string {
  return sameLink(node.content ?? [])
    .map(({ href, nodes }) => {
      const words = nodes.map(plain).join("");
      return href === null || saysSame(words, href) ? words : `${words} <${href}>`;
    })
    .join("");
}

function plain(node: JSONContent): string {
  if (node.type === "hardBreak") return "\n";
  if (node.type === "mailImage") {
    const alt: unknown = node.attrs?.["alt"];
    return typeof alt === "string" && alt !== "" ? `[${alt}]` : "";
  }
  return (node.text ?? (node.content ?? []).map(plain).join("")).replaceAll("\u00a0", " ");
}

function saysSame(words: string, href: string): boolean {
  const bare = (text: string) => text.trim().toLowerCase().replace(/^(?:https?:\/\/|mailto:)/, "").replace(/\/$/, "");
  return bare(words) === bare(href);
} // prettier-ignore
