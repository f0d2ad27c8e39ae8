import { headerField, headerFields, type MimeNode } from "./mime-tree.ts";
import { list, quoted } from "./words.ts";

const parameters = (pairs: [string, string][]): string =>
  pairs.length > 0 ? list(pairs.flat().map((value) => quoted(value))) : "NIL";

/** RFC 3501 §7.4.2, with extension data. */
export function bodyStructure(node: MimeNode): string {
  const disposition = node.disposition
    ? list([quoted(node.disposition.type), parameters(node.disposition.parameters)])
    : "NIL";
  if (node.type === "multipart") {
    const children = node.children.map(bodyStructure).join("");
    return `(${children} ${quoted(node.subtype)} ${parameters(node.parameters)} ${disposition} NIL NIL)`;
  }
  const fields = [
    quoted(node.type),
    quoted(node.subtype),
    parameters(node.parameters),
    quoted(node.id),
    "NIL",
    quoted(node.encoding),
    String(node.body.length),
  ];
  const lines = String(node.body.split("\r\n").length - 1);
  const [inner] = node.children;
  if (inner) fields.push(envelope(inner.headers), bodyStructure(inner), lines);
  else if (node.type === "text") fields.push(lines);
  return list([...fields, "NIL", disposition, "NIL", "NIL"]);
}

/** Date, subject and Message-ID; addresses are left out, for nobody here asks for them. */
export function envelope(headers: string): string {
  const field = (name: string) => quoted(headerField(headers, name) || null);
  return list([
    field("date"),
    field("subject"),
    ...Array<string>(6).fill("NIL"),
    field("in-reply-to"),
    field("message-id"),
  ]);
}

/** @param section what stands in `BODY[…]` @returns null where there is no such part */
export function bodySection(root: MimeNode, source: string, section: string): string | null {
  const match = /^((?:\d+(?:\.\d+)*)?)\.?(.*)$/s.exec(section);
  const path = (match?.[1] ?? "").split(".").filter(Boolean).map(Number);
  const rest = match?.[2] ?? "";
  const kind = rest.toUpperCase();
  const node = partAt(root, path);
  if (!node) return null;
  if (kind === "MIME") return node.headers;
  if (path.length === 0 && kind === "") return source;
  if (kind === "") return node.body;
  const message = path.length === 0 ? node : node.children[0];
  if (!message) return null;
  if (kind === "HEADER") return message.headers;
  if (kind === "TEXT") return message.body;
  const fields = /^HEADER\.FIELDS(\.NOT)? \((.*)\)$/i.exec(rest);
  if (!fields || fields[1]) return null;
  return headerFields(message.headers, (fields[2] ?? "").replaceAll('"', "").split(" "));
}

function partAt(root: MimeNode, path: number[]): MimeNode | null {
  let node = root;
  for (const [depth, number] of path.entries()) {
    const container = node.type === "message" && depth > 0 && node.children[0] ? node.children[0] : node;
    const child =
      container.type === "multipart" ? container.children[number - 1] : number === 1 ? container : undefined;
    if (!child) return null;
    node = child;
  }
  return node;
}
