import { decodeWords } from "./encoded-words.ts";

export type SourceHeader = { name: string; value: string };

/** The header fields of a mail's source, unfolded and decoded, in their order; at most so many as a person would read. */
export function sourceHeaders(source: string, fieldsMax = 500): SourceHeader[] {
  const head = source.slice(0, 256 * 1024).split(/\r?\n\r?\n/, 1)[0] ?? "";
  const fields = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  return fields.slice(0, fieldsMax).flatMap((field) => {
    const colon = field.indexOf(":");
    return colon <= 0 ? [] : [{ name: field.slice(0, colon), value: decodeWords(field.slice(colon + 1).trim()) }];
  });
}
