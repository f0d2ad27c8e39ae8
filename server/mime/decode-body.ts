import type { MessagePart } from "#lib/contracts/message-part";
import { decodeBytes } from "#lib/mail/charset";
import { snippet } from "#lib/mail/snippet";
import { decodeContent } from "./decode-content.ts";
import { textAsHtml } from "./escape-html.ts";
import { htmlToText } from "./html-to-text.ts";
import { bodyPartsOf } from "./message-parts.ts";

export type BodyInput = {
  parts: readonly MessagePart[];
  /** Raw, still transfer-encoded bytes by part number. */
  contents: ReadonlyMap<string, Uint8Array>;
};

export type Body = { text: string; html: string; preview: string };

/** What is kept of one mail's words. */
const charactersMax = 5_000_000;

type Decoded = { part: string; isHtml: boolean; content: string };

/** Runs in the pool: see `readBody`. */
export function decodeBody({ parts, contents }: BodyInput): Body {
  const decoded = bodyPartsOf(parts).flatMap((part) => {
    const raw = contents.get(part.part);
    return raw ? [decodePart(part, raw)] : [];
  });
  const html = htmlOf(decoded);
  const plain = decoded.filter((part) => !part.isHtml).map((part) => part.content.trimEnd());
  const written = plain.filter((text) => text.trim() !== "").join("\n\n");
  const text = (written || htmlToText(html)).slice(0, charactersMax).toWellFormed();
  return { text, html: html.slice(0, charactersMax).toWellFormed(), preview: snippet(text) };
}

function decodePart(part: MessagePart, raw: Uint8Array): Decoded {
  const isHtml = part.contentType === "text/html";
  const bytes = decodeContent(raw, part.encoding);
  const text = decodeBytes(bytes, part.charset || (isHtml ? charsetOfHtml(bytes) : ""));
  return {
    part: part.part,
    isHtml,
    content: text
      .replaceAll("\0", "")
      .replace(/\r\n?/g, "\n")
      .replace(/^\ufeff/, ""),
  };
}

/** Without a charset in the MIME header the document's own word counts (HTML: `<meta charset>`). */
function charsetOfHtml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString("latin1");
  return /<meta[^>]{1,200}charset\s*=\s*["']?([\w:-]{2,40})/i.exec(head)?.[1] ?? "";
}

/** All HTML parts in order, and between them those plain texts that have no HTML of their own (a list's footer, Apple Mail's mixture). */
function htmlOf(decoded: readonly Decoded[]): string {
  if (!decoded.some((part) => part.isHtml)) return "";
  return decoded
    .filter((part, at) => part.isHtml || !hasHtmlBeside(part, decoded.slice(at + 1)))
    .map((part) => (part.isHtml ? part.content : shownText(part.content)))
    .join("\n");
}

/** In multipart/alternative the plain text comes first and the HTML after it, at its side or deeper (RFC 2046 §5.1.4). */
function hasHtmlBeside(text: Decoded, after: readonly Decoded[]): boolean {
  const parent = text.part.slice(0, text.part.lastIndexOf(".") + 1);
  return after.some((part) => part.isHtml && part.part.startsWith(parent));
}

function shownText(text: string): string {
  return text.trim() === "" ? "" : textAsHtml(text.trim());
}
