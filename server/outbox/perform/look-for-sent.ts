import type { OutboxFolder } from "#db/queries/outbox/outbox-account";
import type { ImapSession } from "../../imap/session.ts";
import { findByMessageId, uidsByMessageId } from "./find-message.ts";

export type Found = { folder: OutboxFolder; uid: number };

/** Whether a folder holds a mail of ours, by any of the Message-IDs it goes by or by the header that no server rewrites. */
export async function lookInFolder(
  session: ImapSession,
  folder: OutboxFolder,
  internetMessageIds: readonly string[],
): Promise<Found | null> {
  const selected = await session.select(folder.path);
  for (const id of internetMessageIds) {
    const uid = (await findByMessageId(session, id)) ?? (await findByToken(session, id));
    // A folder that was renumbered has the mail, but not at a UID that the store could keep.
    if (uid !== null) return { folder, uid: selected.uidValidity === folder.uidValidity ? uid : 0 };
  }
  return null;
}

/** Every UID in the selected folder that holds it. */
export async function everywhereInFolder(
  session: ImapSession,
  internetMessageIds: readonly string[],
): Promise<number[]> {
  const uids = new Set<number>();
  for (const id of internetMessageIds) {
    for (const uid of await uidsByMessageId(session, id)) uids.add(uid);
    for (const uid of await session.searchHeader("X-Postroom-Id", id)) uids.add(uid);
  }
  return [...uids];
}

async function findByToken(session: ImapSession, token: string): Promise<number | null> {
  const uids = await session.searchHeader("X-Postroom-Id", token);
  return uids.length > 0 ? Math.max(...uids) : null;
}
