import { addBackfillDone, ownAddresses } from "#db/queries/sync/accounts";
import { folderById, updateFolder, type FolderPatch, type FolderRow } from "#db/queries/sync/folders";
import { putInQuarantine } from "#db/queries/sync/quarantine";
import { refreshConversations } from "#db/queries/refresh-conversations";
import type { Db } from "#db/dialect/sqlite";
import type { Change } from "#lib/contracts/change";
import { normalizeAddress } from "#lib/mail/address";
import { splitFlags } from "#lib/mail/flags";
import { now } from "#server/clock";
import { commit } from "#server/events/commit";
import type { FlagRow, HeaderRow } from "#server/imap/session";
import { applyFlags, type RemoteFlags } from "./apply-flags.ts";
import { applyMessages } from "./apply-messages.ts";
import { applyVanished } from "./apply-vanished.ts";
import type { Chunk } from "./prepare-messages.ts";
import type { SyncContext } from "./sync-context.ts";
import { FolderGone } from "./with-folder.ts";

const flagRowsMax = 500;

type Tell = ((change: Change) => void) | null;

export type Batch = {
  chunks: Chunk[];
  /** Could not be read; set aside in the same commit that moves the frontier past them. */
  unreadable: { uid: number; reason: string }[];
  /** History is told as one change of the inbox, not conversation by conversation. */
  isHistory: boolean;
  /** What arrived after this may reopen a conversation; null for nothing. */
  newsSince: Date | null;
  /** How far the frontier has moved once these rows are in; given the rows of one commit, in the order of `rows`. */
  frontierAfter: (rows: HeaderRow[]) => FolderPatch;
};

/** Stores a window of messages, commit by commit, each moving the frontier over what it stored. */
export async function recordMessages(context: SyncContext, folder: FolderRow, batch: Batch): Promise<void> {
  // The frontier moves past a window without rows, too.
  const chunks = batch.chunks.length > 0 ? batch.chunks : [{ rows: [], messages: Promise.resolve([]) }];
  for (const [index, { rows, messages }] of chunks.entries()) {
    const incoming = await messages;
    const store = batch.isHistory ? commitHistory : commitTo;
    await store(context, folder, async (tx, tell, current) => {
      if (index === 0)
        for (const { uid, reason } of batch.unreadable) await setAside(context, tx, current, uid, reason);
      await updateFolder(tx, folder.id, batch.frontierAfter(rows));
      if (batch.isHistory) await addBackfillDone(tx, context.account.id, rows.length);
      const { ours, oursInInbox } = await addressesOf(tx, context.account.inboxId);
      const applied = await applyMessages(
        tx,
        { inboxId: context.account.inboxId, folder: current, newsSince: batch.newsSince, ours, oursInInbox },
        incoming,
      );
      const hearers = await refreshConversations(tx, applied.conversationIds);
      context.teller.merges(tell, applied.merges, hearers);
      for (const { conversationId } of applied.merges) hearers.delete(conversationId);
      context.teller.conversations(tell, hearers, batch.isHistory);
      if (batch.isHistory) context.teller.account(tell);
    });
  }
}

export async function recordFlags(context: SyncContext, folder: FolderRow, rows: FlagRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += flagRowsMax) {
    const remote = rows.slice(start, start + flagRowsMax).map(remoteFlagsOf);
    await commitTo(context, folder, async (tx, tell, current) => {
      const conversationIds = await applyFlags(tx, current, remote);
      context.teller.conversations(tell, await refreshConversations(tx, conversationIds), false);
    });
  }
}

/** @returns UIDs whose message an agent is moving */
export async function recordVanished(context: SyncContext, folder: FolderRow, uids: number[]): Promise<number[]> {
  const held: number[] = [];
  for (let start = 0; start < uids.length; start += flagRowsMax) {
    const chunk = uids.slice(start, start + flagRowsMax);
    await commitTo(context, folder, async (tx, tell, current) => {
      const vanished = await applyVanished(tx, current, chunk);
      held.push(...vanished.heldUids);
      context.teller.conversations(tell, await refreshConversations(tx, vanished.conversationIds), false);
    });
  }
  return held;
}

type Work<T> = (tx: Db, tell: Tell, current: FolderRow) => Promise<T>;

/** Commits to a folder that is still there, and tells that its counts have changed. */
export function commitTo<T>(context: SyncContext, folder: FolderRow, work: Work<T>): Promise<T> {
  context.signal.throwIfAborted();
  return commit((tx, tell) => workOn(context, folder, tx, tell, work));
}

/**
 * The same for history, which a power cut may cost: the frontier goes back with it, and it is brought again. What was fetched is stored
 * to its end, also when everything is to stop.
 */
function commitHistory<T>(context: SyncContext, folder: FolderRow, work: Work<T>): Promise<T> {
  return commit((tx) => workOn(context, folder, tx, null, work), { mayBeLost: true });
}

async function workOn<T>(context: SyncContext, folder: FolderRow, tx: Db, tell: Tell, work: Work<T>): Promise<T> {
  const current = await folderById(tx, folder.id);
  if (!current) throw new FolderGone();
  const result = await work(tx, tell, current);
  context.teller.folder(tell, folder.id);
  return result;
}

function remoteFlagsOf(row: FlagRow): RemoteFlags {
  return Object.assign(splitFlags(row.flags), {
    uid: row.uid,
    modseq: row.modseq,
    ...(row.labels ? { labels: row.labels } : {}),
  });
}

async function setAside(context: SyncContext, tx: Db, folder: FolderRow, uid: number, reason: string): Promise<void> {
  const nextAttemptAt = new Date(now().getTime() + (context.timing.quarantineMs[0] ?? 0));
  const row = { folderId: folder.id, generation: folder.generation, uid, reason, attemptCount: 1, nextAttemptAt };
  await putInQuarantine(tx, { ...row, createdAt: now() });
}

async function addressesOf(tx: Db, inboxId: number): Promise<{ ours: Set<string>; oursInInbox: Set<string> }> {
  const all = await ownAddresses(tx);
  const ours = new Set(all.map((row) => normalizeAddress(row.address)));
  const here = all.filter((row) => row.inboxId === inboxId);
  return { ours, oursInInbox: new Set(here.map((row) => normalizeAddress(row.address))) };
}
