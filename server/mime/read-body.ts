import type { MessagePart } from "#lib/contracts/message-part";
import { inPool } from "../pool.ts";
import type { Body, BodyInput } from "./decode-body.ts";
import { attachmentsOf, bodyPartsOf } from "./message-parts.ts";

export { attachmentsOf };

/** The part numbers whose content `readBody` wants. */
export function textPartsOf(parts: readonly MessagePart[]): string[] {
  return bodyPartsOf(parts).map((part) => part.part);
}

/**
 * Text, HTML (as it came: unsafe) and preview of a mail, from its raw parts. A mail with HTML only gets its text from that.
 * @throws when the content is such that a thread of its own cannot read it in 10 s
 */
export async function readBody(input: BodyInput): Promise<Body> {
  return inPool<Body>("decodeBody", input);
}
