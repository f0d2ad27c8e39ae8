import type { FolderRow } from "#db/queries/sync/folders";
import { putInQuarantine } from "#db/queries/sync/quarantine";
import { now } from "#server/clock";
import { messageOf } from "#server/errors";
import type { Priority } from "#server/imap/account-sessions";
import type { ImapSession } from "#server/imap/session";
import { noteWindowFailed, noteWindowRead } from "./choose-window.ts";
import { completeWindow, requestWindow, type Window } from "./fetch-window.ts";
import { packerFor } from "./recording/recorder.ts";
import { commitTo, recordFlags, recordMessages, type Batch } from "./record.ts";
import { memoryOf, type FolderMemory, type SyncContext } from "./sync-context.ts";
import { withFolder } from "./with-folder.ts";

/** A window could not be read, and the next attempt will ask for less: no fault of the folder or the connection. */
export class WindowUnreadable extends Error {
  constructor(cause: unknown) {
    super("A message of this window cannot be read.", { cause });
    this.name = "WindowUnreadable";
  }
}

/** When so many messages one after the other cannot be read, it is not the messages. */
const poisonMax = 20;

type Reading = Pick<Batch, "isHistory" | "newsSince" | "frontier"> & {
  /** The window after this one, which the server is asked for while this one is being stored. */
  following?: () => number[];
};

/**
 * Fetches and stores one window. The one message that makes a window unreadable is found by halves and set aside.
 * @throws WindowUnreadable while it is being looked for
 */
export async function readWindow(
  context: SyncContext,
  folderId: number,
  priority: Priority,
  uids: number[],
  { following, ...batch }: Reading,
): Promise<void> {
  const memory = memoryOf(context, folderId);
  await withFolder(context, folderId, priority, async (session, folder) => {
    const window = await fetchWindow(memory, session, folder, uids, batch.isHistory).catch(async (error: unknown) => {
      const poison = noteWindowFailed(memory, uids, error);
      if (poison !== null && memory.poisonCount < poisonMax) await setPoisonAside(context, folder, poison, error);
      throw memory.suspects.size > 0 && memory.poisonCount < poisonMax ? new WindowUnreadable(error) : error;
    });
    askAhead(memory, session, folder, following?.() ?? []);
    await recordMessages(context, folder, { ...batch, ...window });
    await recordFlags(context, folder, window.otherFlags);
  });
}

async function fetchWindow(
  memory: FolderMemory,
  session: ImapSession,
  folder: FolderRow,
  uids: number[],
  isHistory: boolean,
): Promise<Window> {
  const { ahead } = memory;
  memory.ahead = null;
  // What was asked for under another UIDVALIDITY, or on a connection that is gone, is of no use.
  const isUsable = ahead?.session === session && ahead.generation === folder.generation;
  const isSame = isUsable && ahead.uids.length === uids.length && ahead.uids.every((uid, at) => uid === uids[at]);
  const packer = isHistory && !isSame ? packerFor(uids.length) : null;
  const answer = await (isSame ? ahead.answer : requestWindow(session, uids, packer));
  const window = await completeWindow(session, answer);
  noteWindowRead(memory, uids, answer.tookMs);
  return window;
}

function askAhead(memory: FolderMemory, session: ImapSession, folder: FolderRow, uids: number[]): void {
  if (uids.length === 0) return;
  const answer = requestWindow(session, uids, packerFor(uids.length));
  // Its failure is met when the answer is wanted.
  answer.catch(() => undefined);
  memory.ahead = { session, generation: folder.generation, uids, answer };
}

async function setPoisonAside(context: SyncContext, folder: FolderRow, uid: number, error: unknown): Promise<void> {
  const memory = memoryOf(context, folder.id);
  const nextAttemptAt = new Date(now().getTime() + (context.timing.quarantineMs[0] ?? 0));
  const place = { folderId: folder.id, generation: folder.generation, uid };
  await commitTo(context, folder, (tx) =>
    putInQuarantine(tx, { ...place, reason: messageOf(error), attemptCount: 1, nextAttemptAt, createdAt: now() }),
  );
  if (!context.sessions.isConnected(context.account.id)) memory.killers.set(uid, 1);
  memory.poisonCount += 1;
  memory.suspects.add(uid);
  // It is searched for anew without what was set aside.
  memory.backlog = null;
}
