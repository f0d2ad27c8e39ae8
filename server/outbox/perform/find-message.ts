import type { ImapSession } from "../../imap/session.ts";

/** Above every UID (RFC 3501 §2.3.1.1). */
const uidMax = 4_294_967_295;

/**
 * The newest message of the selected folder that carries this Message-ID, at or above `fromUid`; null when there is none or the mail
 * never had one.
 */
export async function findByMessageId(
  session: ImapSession,
  internetMessageId: string,
  fromUid = 1,
): Promise<number | null> {
  return (await uidsByMessageId(session, internetMessageId, fromUid)).at(-1) ?? null;
}

/** All of them, ascending. */
export async function uidsByMessageId(session: ImapSession, internetMessageId: string, fromUid = 1): Promise<number[]> {
  if (internetMessageId.endsWith("@missing.invalid")) return [];
  const uids = await session.searchHeader("Message-ID", internetMessageId, { from: fromUid, to: uidMax });
  return uids.toSorted((a, b) => a - b);
}
