import type { CannedReplyRow } from "#db/queries/canned-replies/canned-reply-rows";
import type { CannedReply } from "#lib/contracts/canned-reply";
import { stripTags } from "../../mime/strip-tags.ts";

const previewMax = 200;

export function presentCannedReply(row: CannedReplyRow): CannedReply {
  // Items of a list would read as one sentence; where a word's look ends there is no space, least of all before a full stop.
  const words = stripTags(row.html.replace(/<li\b/g, "• <li"))
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,;:!?])/g, "");
  return { ...row, preview: words.slice(0, previewMax) };
}
