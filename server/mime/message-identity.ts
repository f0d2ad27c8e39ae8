import { hash } from "node:crypto";
import type { MessagePart } from "#lib/contracts/message-part";
import { normalizeAddress } from "#lib/mail/address";
import type { ParsedHeaders } from "./parse-headers.ts";

/** What tells one mail from another when its headers say nothing. */
type Fallback = { sizeBytes: number; receivedAt: Date };

/**
 * One mail in two accounts has one identity; two mails that carry one Message-ID, as broken senders make them, have two.
 * A mail without Message-ID gets one that no server can have issued.
 *
 * An identity begins with its mail's date, so that those of one window of history lie side by side in their index: by a bare hash each
 * of them would make the store write a page of its own.
 */
export function messageIdentity(
  parsed: Pick<ParsedHeaders, "internetMessageId" | "date" | "sentAt" | "from" | "subject">,
  parts: readonly MessagePart[],
  fallback: Fallback,
): { identity: string; internetMessageId: string } {
  const words = [parsed.internetMessageId, parsed.date, normalizeAddress(parsed.from.address), parsed.subject];
  for (const part of parts) words.push(`${part.contentType} ${part.sizeBytes}`);
  const isBare = parsed.internetMessageId === "" && parsed.date === "";
  // The whole size changes on the way (trace headers), the day of arrival between accounts: they count only when nothing else does.
  if (isBare || parts.length === 0) words.push(String(fallback.sizeBytes));
  if (isBare) words.push(fallback.receivedAt.toISOString());
  const digest = digestOf(words);
  return {
    identity: `${secondOf(parsed.sentAt)}-${digest}`,
    internetMessageId: parsed.internetMessageId || `${digest}@missing.invalid`,
  };
}

function digestOf(words: readonly string[]): string {
  let text = "";
  for (const word of words) text += `${text === "" ? "" : "|"}${word.length}:${word}`;
  return hash("sha256", text, "hex").slice(0, 32);
}

/** Ten hexadecimal digits, in the order of time; zeros for a mail that says no date after 1970. */
function secondOf(date: Date | null): string {
  return Math.max(0, Math.floor((date?.getTime() ?? 0) / 1000))
    .toString(16)
    .padStart(10, "0");
}
