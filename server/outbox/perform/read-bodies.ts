import type { StoredBody } from "#db/queries/outbox/bodies";
import type { MessagePart } from "#lib/contracts/message-part";
import type { ImapSession } from "../../imap/session.ts";
import { parseSource } from "../../mime/parse-source.ts";
import { readBody, textPartsOf } from "../../mime/read-body.ts";

type Readable = { id: number; parts: MessagePart[] };

/** Of one part; longer text is cut there. */
const textBytesMax = 2_000_000;
const sourceBytesMax = 50_000_000;

/** The raw text parts of messages of the selected folder in one command; absent where the server gave nothing. */
export async function fetchTexts(
  session: ImapSession,
  wanted: readonly { uid: number; message: Readable }[],
): Promise<Map<number, Map<string, Buffer>>> {
  const asked = wanted
    .map(({ uid, message }) => ({ uid, parts: textPartsOf(message.parts) }))
    .filter(({ parts }) => parts.length > 0);
  const answered = asked.length > 0 ? await session.fetchPartsOfMany(asked, textBytesMax) : new Map();
  return new Map(
    wanted.flatMap(({ uid, message }) => {
      const contents = answered.get(uid) ?? (hasNoText(message) ? new Map() : null);
      return contents && (contents.size > 0 || hasNoText(message)) ? [[message.id, contents]] : [];
    }),
  );
}

/** @throws when the content is such that it cannot be read */
export async function decodeTexts(message: Readable, contents: Map<string, Buffer>): Promise<StoredBody> {
  return { messageId: message.id, ...(await readBody({ parts: message.parts, contents })) };
}

/** For a message whose structure or parts the server does not give: all of it, taken apart here. Null when it is not there. */
export async function readWholeSource(
  session: ImapSession,
  uid: number,
  messageId: number,
): Promise<StoredBody | null> {
  const source = await session.fetchSource(uid, sourceBytesMax);
  if (!source) return null;
  const { text, html, preview } = await parseSource(source);
  return { messageId, text, html, preview };
}

/** Its structure is known and has no text in it. */
function hasNoText(message: Readable): boolean {
  return message.parts.length > 0 && textPartsOf(message.parts).length === 0;
}
