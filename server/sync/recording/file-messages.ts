import { addBackfillDone, ownAddresses } from "#db/queries/sync/accounts";
import { folderById, updateFolder, type FolderPatch, type FolderRow } from "#db/queries/sync/folders";
import { putInQuarantine } from "#db/queries/sync/quarantine";
import { countBegun, refreshConversations } from "#db/queries/refresh-conversations";
import type { Db } from "#db/dialect/sqlite";
import { normalizeAddress } from "#lib/mail/address";
import { now } from "#server/clock";
import type { ApplyContext } from "../apply-context.ts";
import { applyMessages } from "../apply-messages.ts";
import type { Merge } from "../join-conversations.ts";
import type { IncomingMessage } from "./prepare-messages.ts";

/** What the commit of a window does to its folder besides storing messages. */
export type Filing = {
  folderId: number;
  inboxId: number;
  /** History counts towards what was announced. */
  isHistory: boolean;
  /** What arrived after this may reopen a conversation; null for nothing. */
  newsSince: Date | null;
  /** How far the frontier has moved once these messages are in. */
  frontier: FolderPatch;
  /** Could not be read; set aside in the same commit that moves the frontier past them. */
  unreadable: { uid: number; reason: string }[];
  retryUnreadableAt: Date;
};

/** What its commit has to tell: merges, and which inboxes may hear of which conversation. */
export type Filed = { merges: Merge[]; hearers: Map<number, number[]> };

/** @returns null when the folder is gone by now */
export async function fileMessages(tx: Db, filing: Filing, messages: IncomingMessage[]): Promise<Filed | null> {
  const folder = await folderById(tx, filing.folderId);
  if (!folder) return null;
  for (const { uid, reason } of filing.unreadable) await setAside(tx, folder, uid, reason, filing.retryUnreadableAt);
  await updateFolder(tx, folder.id, filing.frontier);
  if (filing.isHistory) await addBackfillDone(tx, folder.accountId, messages.length);
  const { merges, conversationIds, begun } = await applyMessages(tx, await contextOf(tx, folder, filing), messages);
  const hearers = await refreshConversations(tx, conversationIds);
  for (const [id, inboxIds] of countBegun(tx, begun)) hearers.set(id, inboxIds);
  return { merges, hearers };
}

async function setAside(tx: Db, folder: FolderRow, uid: number, reason: string, nextAttemptAt: Date): Promise<void> {
  const row = { folderId: folder.id, generation: folder.generation, uid, reason, attemptCount: 1, nextAttemptAt };
  await putInQuarantine(tx, { ...row, createdAt: now() });
}

async function contextOf(tx: Db, folder: FolderRow, { inboxId, newsSince }: Filing): Promise<ApplyContext> {
  const all = await ownAddresses(tx);
  const ours = new Set(all.map((row) => normalizeAddress(row.address)));
  const here = all.filter((row) => row.inboxId === inboxId);
  const oursInInbox = new Set(here.map((row) => normalizeAddress(row.address)));
  const countsBegun = !folder.holdsLabels && here.some((row) => row.accountId === folder.accountId);
  return { inboxId, folder, newsSince, ours, oursInInbox, countsBegun };
}
