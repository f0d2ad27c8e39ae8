/** Just enough MIME (RFC 2045, 2046) to answer BODYSTRUCTURE and BODY[1.2] of well-made messages. All text is latin1. */
export type MimeNode = {
  headers: string;
  body: string;
  type: string;
  subtype: string;
  parameters: [string, string][];
  id: string | null;
  encoding: string;
  disposition: { type: string; parameters: [string, string][] } | null;
  /** Of a multipart; a message inside a message is its only child. */
  children: MimeNode[];
};

export function parseMime(source: string): MimeNode {
  const end = source.startsWith("\r\n") ? -2 : source.indexOf("\r\n\r\n");
  const headers = end === -1 ? source : source.slice(0, end + 4);
  const body = end === -1 ? "" : source.slice(headers.length);
  const contentType = parseValue(headerField(headers, "content-type") || "text/plain; charset=us-ascii");
  const [type = "text", subtype = "plain"] = contentType.value.toLowerCase().split("/");
  const disposition = headerField(headers, "content-disposition");
  const parsed = disposition ? parseValue(disposition) : null;
  const boundary = contentType.parameters.find(([name]) => name.toLowerCase() === "boundary")?.[1];
  const isMessage = type === "message" && subtype === "rfc822";
  return {
    headers,
    body,
    type,
    subtype,
    parameters: contentType.parameters,
    id: headerField(headers, "content-id") || null,
    encoding: headerField(headers, "content-transfer-encoding") || "7bit",
    disposition: parsed ? { type: parsed.value, parameters: parsed.parameters } : null,
    children: isMessage ? [parseMime(body)] : type === "multipart" && boundary ? partsOf(body, boundary) : [],
  };
}

export function headerField(headers: string, name: string): string {
  const unfolded = headers.replaceAll(/\r\n(?=[ \t])/g, "");
  const line = unfolded.split("\r\n").find((text) => text.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line ? line.slice(name.length + 1).trim() : "";
}

/** The header lines of these fields, as HEADER.FIELDS wants them: folded as they were, with the empty line. */
export function headerFields(headers: string, names: string[]): string {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const lines = headers.split(/\r\n(?![ \t])/).filter((line) => wanted.has(line.split(":")[0]?.toLowerCase() ?? ""));
  return [...lines, "", ""].join("\r\n");
}

function parseValue(text: string): { value: string; parameters: [string, string][] } {
  const value = text.split(";")[0]?.trim() ?? "";
  const parameters = [...text.matchAll(/;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*))/g)].map(
    ([, name = "", inQuotes, bare = ""]): [string, string] => [name, inQuotes?.replaceAll(/\\(.)/g, "$1") ?? bare],
  );
  return { value, parameters };
}

function partsOf(body: string, boundary: string): MimeNode[] {
  const parts = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1);
  const last = parts.findIndex((part) => part.startsWith("--"));
  const kept = last === -1 ? parts : parts.slice(0, last);
  return kept.map((part) => parseMime(part.replace(/^[ \t]*\r\n/, "")));
}
