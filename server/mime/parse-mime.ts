/**
 * A whole mail taken apart as a server's BODYSTRUCTURE would, with the same part numbers (RFC 3501 §6.4.5): for mails whose structure a
 * server could not tell. Nothing is copied and nothing is decoded but headers; over the limits a part stays one lump.
 */
import type { MessagePart } from "#lib/contracts/message-part";
import { decodeWords } from "#lib/mail/encoded-words";
import { decodeBody, type Body } from "./decode-body.ts";
import { decodeContent } from "./decode-content.ts";
import { headerFields, headerLength } from "./header-fields.ts";
import { headerParameters } from "./header-parameters.ts";
import { attachmentsOf, type MessageAttachment } from "./message-parts.ts";

export type ParsedSource = Body & {
  headersBlock: Uint8Array;
  parts: MessagePart[];
  attachments: (MessageAttachment & { content: Uint8Array })[];
};

const partsMax = 1000;
const depthMax = 50;

export type MimeLeaf = { part: MessagePart; content: Uint8Array };

/** Runs in the pool: see `parseSource`. */
export function parseMime(source: Uint8Array): ParsedSource {
  const end = headerLength(source);
  const leaves = mimeLeaves(source);
  const parts = leaves.map((leaf) => leaf.part);
  const contents = new Map(leaves.map((leaf) => [leaf.part.part, leaf.content]));
  const encodings = new Map(parts.map(({ part, encoding }) => [part, encoding]));
  const attachments = attachmentsOf(parts).map((attachment) => {
    const raw = contents.get(attachment.part) ?? new Uint8Array();
    return Object.assign(attachment, { content: decodeContent(raw, encodings.get(attachment.part) ?? "") });
  });
  return { headersBlock: source.subarray(0, end), parts, attachments, ...decodeBody({ parts, contents }) };
}

/** The parts that hold something, with their content as it was written. */
export function mimeLeaves(source: Uint8Array): MimeLeaf[] {
  const leaves: MimeLeaf[] = [];
  takeApart(source, { number: "", depth: 0, fallbackType: "text/plain" }, leaves);
  return leaves;
}

type Place = {
  number: string;
  depth: number;
  /** What a part is that does not say: in a digest a message (RFC 2046 §5.1.5). */
  fallbackType: string;
};

function takeApart(source: Uint8Array, { number, depth, fallbackType }: Place, leaves: MimeLeaf[]): void {
  const bodyAt = headerLength(source);
  const fields = headerFields(source.subarray(0, bodyAt));
  const value = (name: string) => fields.find((field) => field.name === name)?.value ?? "";
  const type = headerParameters(value("content-type"));
  const content = source.subarray(bodyAt);
  const boundary = type.parameters["boundary"] ?? "";
  if (type.value.startsWith("multipart/") && boundary !== "" && depth < depthMax) {
    const children = splitAt(content, boundary);
    const prefix = number === "" ? "" : `${number}.`;
    for (const [index, child] of children.entries()) {
      if (leaves.length < partsMax) {
        const fallback = type.value === "multipart/digest" ? "message/rfc822" : "text/plain";
        takeApart(child, { number: `${prefix}${index + 1}`, depth: depth + 1, fallbackType: fallback }, leaves);
      }
    }
    if (children.length > 0) return;
  }
  const disposition = headerParameters(value("content-disposition"));
  leaves.push({
    content,
    part: {
      part: number || "1",
      contentType: type.value.startsWith("multipart/") ? "text/plain" : type.value || fallbackType,
      charset: type.parameters["charset"] ?? "",
      encoding: headerParameters(value("content-transfer-encoding")).value,
      sizeBytes: content.length,
      filename: decodeWords(disposition.parameters["filename"] ?? type.parameters["name"] ?? ""),
      contentId: value("content-id").replace(/^<|>$/g, ""),
      disposition: dispositionOf(disposition.value),
    },
  });
}

/** An unknown disposition is an attachment (RFC 2183 §2.8). */
function dispositionOf(value: string): MessagePart["disposition"] {
  if (value === "" || value === "inline") return value;
  return "attachment";
}

/** The parts between boundary lines (RFC 2046 §5.1.1); a missing end is forgiven. */
function splitAt(content: Uint8Array, boundary: string): Uint8Array[] {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const mark = Buffer.from(`--${boundary}`, "latin1");
  const parts: Uint8Array[] = [];
  let start = -1;
  for (let at = buffer.indexOf(mark); at >= 0 && parts.length < partsMax; at = buffer.indexOf(mark, at + mark.length)) {
    if (at > 0 && buffer[at - 1] !== 0x0a) continue;
    const rest = buffer.subarray(at + mark.length, at + mark.length + 200).toString("latin1");
    const line = /^(--)?[ \t]*(?:\r?\n|$)/.exec(rest);
    if (!line) continue;
    if (start >= 0) parts.push(content.subarray(start, withoutLineEnd(buffer, start, at)));
    if (line[1] !== undefined) return parts;
    start = Math.min(at + mark.length + line[0].length, content.length);
  }
  if (start >= 0) parts.push(content.subarray(start));
  return parts;
}

function withoutLineEnd(buffer: Buffer, start: number, end: number): number {
  const lf = end > start && buffer[end - 1] === 0x0a ? end - 1 : end;
  return lf > start && buffer[lf - 1] === 0x0d ? lf - 1 : lf;
}
