import { folderById, type FolderPatch, type FolderRow } from "#db/queries/sync/folders";
import { refreshConversations } from "#db/queries/refresh-conversations";
import type { Db } from "#db/dialect/sqlite";
import type { Change } from "#lib/contracts/change";
import { splitFlags } from "#lib/mail/flags";
import { now } from "#server/clock";
import { commit } from "#server/events/commit";
import type { FlagRow, HeaderRow } from "#server/imap/session";
import { applyFlags, type RemoteFlags } from "./apply-flags.ts";
import { applyVanished } from "./apply-vanished.ts";
import { fileMessages, type Filed, type Filing } from "./recording/file-messages.ts";
import type { MessagePacker } from "./recording/pack-messages.ts";
import { prepareMessage } from "./recording/prepare-messages.ts";
import { fileInRecorder, packerFor } from "./recording/recorder.ts";
import type { SyncContext } from "./sync-context.ts";
import { FolderGone } from "./with-folder.ts";

const flagRowsMax = 500;

type Tell = ((change: Change) => void) | null;

export type Batch = {
  /** In the order in which they were asked for. */
  rows: HeaderRow[];
  /** What was taken as it came, for the recorder. */
  packer?: MessagePacker | null;
  /** Could not be read; set aside in the same commit that moves the frontier past them. */
  unreadable: { uid: number; reason: string }[];
  /** History is told as one change of the inbox, not conversation by conversation. */
  isHistory: boolean;
  /** What arrived after this may reopen a conversation; null for nothing. */
  newsSince: Date | null;
  /** How far the frontier has moved once these are in. */
  frontier: FolderPatch;
};

/** Stores a window of messages in one commit, which moves the frontier past it. */
export async function recordMessages(context: SyncContext, folder: FolderRow, batch: Batch): Promise<void> {
  const filing = filingOf(context, folder, batch);
  const packer = batch.packer ?? (batch.isHistory ? packerFor(batch.rows.length) : null);
  if (packer) {
    for (const row of batch.rows) packer.add(prepareMessage(row));
    // What was fetched is stored, also when everything is to stop.
    const filed = await fileInRecorder(packer, filing);
    if (!filed) throw new FolderGone();
    return tellFiled(context, folder, null, filed, true);
  }
  context.signal.throwIfAborted();
  const messages = batch.rows.map(prepareMessage);
  await commit(async (tx, tell) => {
    const filed = await fileMessages(tx, filing, messages);
    if (!filed) throw new FolderGone();
    tellFiled(context, folder, tell, filed, batch.isHistory);
  });
}

function filingOf(context: SyncContext, folder: FolderRow, batch: Batch): Filing {
  const { isHistory, newsSince, frontier, unreadable } = batch;
  const retryUnreadableAt = new Date(now().getTime() + (context.timing.quarantineMs[0] ?? 0));
  const { inboxId } = context.account;
  return { folderId: folder.id, inboxId, isHistory, newsSince, frontier, unreadable, retryUnreadableAt };
}

function tellFiled(
  { teller }: SyncContext,
  folder: FolderRow,
  tell: Tell,
  { merges, hearers }: Filed,
  isHistory: boolean,
): void {
  teller.merges(tell, merges, hearers);
  for (const { conversationId } of merges) hearers.delete(conversationId);
  teller.conversations(tell, hearers, isHistory);
  if (isHistory) teller.account(tell);
  teller.folder(tell, folder.id);
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
      const vanished = await applyVanished(tx, current, chunk, context.timing.graceMs);
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
  return commit(async (tx, tell) => {
    const current = await folderById(tx, folder.id);
    if (!current) throw new FolderGone();
    const result = await work(tx, tell, current);
    context.teller.folder(tell, folder.id);
    return result;
  });
}

function remoteFlagsOf(row: FlagRow): RemoteFlags {
  return Object.assign(splitFlags(row.flags), {
    uid: row.uid,
    modseq: row.modseq,
    ...(row.labels ? { labels: row.labels } : {}),
  });
}
