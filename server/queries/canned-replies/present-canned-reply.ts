import type { CannedReplyRow } from "#db/queries/canned-replies/canned-reply-rows";
import type { CannedReply } from "#lib/contracts/canned-reply";
import { stripTags } from "../../mime/strip-tags.ts";

const previewMax = 200;

export function presentCannedReply(row: CannedReplyRow): CannedReply {
  // Where a word's look ends there is no space, least of all before a full stop.
  const words = stripTags(row.html)
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,;:!?])/g, "");
  return { ...row, preview: words.slice(0, previewMax) };
}
