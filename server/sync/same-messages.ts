import { knownAtEnds } from "#db/queries/sync/placements";
import type { FolderRow } from "#db/queries/sync/folders";
import type { ImapSession } from "#server/imap/session";
import { store } from "#server/store";
import { stillListed } from "./fetch-window.ts";
import { prepareMessage } from "./recording/prepare-messages.ts";

const sampleMax = 40;

/**
 * Whether the UIDs that are known still stand for the messages that they stood for, as far as the newest and the oldest of them tell. A
 * restored backup gives UIDs anew that it had given before; one hole that was closed moves all above it. False when nothing can tell.
 */
export async function holdsSameMessages(session: ImapSession, folder: FolderRow): Promise<boolean> {
  const known = await knownAtEnds(store().read, folder.id, folder.generation, sampleMax);
  const byUid = new Map(known.map((row) => [row.uid, row]));
  if (byUid.size === 0) return false;
  const { rows, missingUids } = await session.fetchHeaders([...byUid.keys()]);
  // An answer that was cut short is none: the rows that are left out may be those that moved.
  if ((await stillListed(session, missingUids)).length > 0) return false;
  const found = rows.map(prepareMessage);
  const isSame = (message: (typeof found)[number]) => {
    const before = byUid.get(message.place.uid);
    // A mail of ours is stored as it was queued, whatever a server has made of it on the way.
    return message.identity === before?.identity || message.internetMessageId === before?.internetMessageId;
  };
  return found.length > 0 && found.every(isSame);
}
