import type { MessagePart } from "#lib/contracts/message-part";
import { messageIdentity } from "./message-identity.ts";
import { attachmentsOf, type MessageAttachment } from "./message-parts.ts";
import { parseHeaders, type ParsedHeaders } from "./parse-headers.ts";

export type HeaderInput = { headers: Uint8Array; parts: MessagePart[]; sizeBytes: number; receivedAt: Date };

/** All that can be said of a message without its texts. */
export type ReadHeaders = ParsedHeaders & { identity: string; attachments: MessageAttachment[] };

export function readHeaders({ headers, parts, sizeBytes, receivedAt }: HeaderInput): ReadHeaders {
  const parsed = parseHeaders(headers);
  const known = messageIdentity(parsed, parts, { sizeBytes, receivedAt });
  return Object.assign(parsed, known, { attachments: attachmentsOf(parts) });
}
