import type { MessagePart } from "#lib/contracts/message-part";
import { cleanText } from "#lib/mail/clean-text";
import { decodeWords } from "#lib/mail/encoded-words";

/** Texts of one mail that are worth fetching; more is a bomb (security: T12). */
const textPartsMax = 20;
const attachmentsMax = 1000;

export type MessageAttachment = {
  part: string;
  filename: string;
  contentType: string;
  sizeBytes: number;
  inline: boolean;
  contentId: string;
};

/** Which parts hold the words of a mail: shown texts, not files. */
export function bodyPartsOf(parts: readonly MessagePart[]): MessagePart[] {
  const shown = parts.filter(isBody);
  const chosen = shown.length > 0 ? shown : parts.filter(isOtherText).slice(0, 1);
  return chosen.slice(0, textPartsMax);
}

/** Everything else that has content: files, and images that the HTML shows. */
export function attachmentsOf(parts: readonly MessagePart[]): MessageAttachment[] {
  const bodies = new Set(bodyPartsOf(parts));
  return parts
    .filter((part) => !bodies.has(part) && !part.contentType.startsWith("multipart/"))
    .slice(0, attachmentsMax)
    .map((part, index) => ({
      part: part.part,
      filename: safeFilename(decodeWords(part.filename)) || nameFor(part, index),
      contentType: /^[\w.+-]+\/[\w.+-]+$/.test(part.contentType) ? part.contentType : "application/octet-stream",
      sizeBytes: part.sizeBytes,
      inline: part.contentId !== "" && part.disposition !== "attachment" && part.contentType.startsWith("image/"),
      contentId: part.contentId.trim().replace(/^<|>$/g, ""),
    }));
}

/** A name that stays in its folder and shows its true ending. */
export function safeFilename(filename: string): string {
  const base = cleanText(filename).split(/[/\\]/).at(-1) ?? "";
  const safe = base
    .replace(/[<>:"|?*]/g, "_")
    .replace(/^\.+/, "")
    .trim();
  if (safe.length <= 200) return safe;
  const ending = /\.[^.]{1,12}$/.exec(safe)?.[0] ?? "";
  return safe.slice(0, 200 - ending.length).toWellFormed() + ending;
}

function isBody(part: MessagePart): boolean {
  if (part.contentType !== "text/plain" && part.contentType !== "text/html" && part.contentType !== "") return false;
  // A named text is a file, unless its sender says that it is to be shown and it is all there is to show (Apple Mail names its texts).
  return part.disposition !== "attachment" && part.filename === "";
}

function isOtherText(part: MessagePart): boolean {
  return (
    part.contentType.startsWith("text/") && part.disposition !== "attachment" && part.contentType !== "text/calendar"
  );
}

const endings: Record<string, string> = {
  "message/rfc822": "eml", "text/calendar": "ics", "text/plain": "txt", "text/html": "html", "text/csv": "csv", "image/jpeg": "jpg",
  "image/png": "png", "image/gif": "gif", "image/webp": "webp", "application/pdf": "pdf", "application/zip": "zip", "application/json": "json",
}; // prettier-ignore

function nameFor(part: MessagePart, index: number): string {
  return `${part.contentType.startsWith("image/") ? "image" : "attachment"}-${index + 1}.${endings[part.contentType] ?? "bin"}`;
}
