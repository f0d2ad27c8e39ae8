import { foldersOfSentMail, sentLabelPath, type OutboxFolder } from "#db/queries/outbox/outbox-account";
import {
  hasSentCopy,
  outboxSend,
  ownMessageIds,
  placeSentCopy,
  setSend,
  type OutboxSend,
} from "#db/queries/outbox/outbox-sends";
import { wishTidySent } from "#db/queries/sync/sent-copies";
import { requeueOperations, settleOperations } from "#db/queries/outbox/settle-operations";
import { filesSentCopy } from "#lib/providers/find-profile";
import { readBlob } from "../../blobs.ts";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import { ImapError } from "../../imap/errors.ts";
import type { AppendReceipt, ImapSession } from "../../imap/session.ts";
import { store } from "../../store.ts";
import type { BatchOf } from "../claim-batch.ts";
import type { OutboxContext } from "../context.ts";
import { HopelessError } from "../outcome.ts";
import { tellConversations, tellSend } from "../tell.ts";
import { lookInFolder, type Found } from "./look-for-sent.ts";

type AppendBatch = BatchOf<"append-sent">;

/** How long a provider that files its own copies is given to show one, after the looks that everybody gets. */
const filingMs = [15_000, 60_000, 300_000];

/**
 * The copy in Sent, exactly once: looked for before it is written, because some providers file it by themselves and do not say so. What one
 * of those files later still is seen by sync, which wishes that ours goes.
 */
export async function appendSent(context: OutboxContext, batch: AppendBatch): Promise<void> {
  const [operation] = batch.operations;
  const send = await outboxSend(store().read, operation?.sendId ?? 0);
  if (!operation || !send) throw new HopelessError("The mail no longer exists.");
  if (hasSentCopy(store().read, send.messageId, send.accountId)) return settleCopy(batch, send, null);
  const [folder] = await foldersOfSentMail(store().read, send.accountId);
  const found = folder ? await look(context, send, folder) : null;
  if (found) return settleCopy(batch, send, found);
  const waitsMs = [...context.sentLooksMs, ...(filesSentCopy(context.account) === "always" ? filingMs : [])];
  const waitMs = waitsMs[operation.attemptCount];
  if (waitMs !== undefined) return waitForCopy(batch, waitMs);
  const made = await append(context, send, folder ?? null);
  await settleCopy(batch, send, made && made.uid > 0 ? made : null, made);
  await context.failpoint("append-sent:settled");
}

function look(context: OutboxContext, send: OutboxSend, folder: OutboxFolder): Promise<Found | null> {
  const ids = ownMessageIds(store().read, send.messageId);
  return context.sessions.run(context.account.id, 1, (session) => lookInFolder(session, folder, ids));
}

async function append(context: OutboxContext, send: OutboxSend, folder: OutboxFolder | null): Promise<Found | null> {
  const source = await readBlob(send.sourceBlob);
  return context.sessions.run(context.account.id, 1, async (session) => {
    const labelPath = await sentLabelPath(store().read, send.accountId);
    const path = labelPath ?? folder?.path ?? (await makeSentFolder(session));
    await context.failpoint("append-sent:before-command");
    const receipt = await appendOrCreate(session, path, source, send.sentAt ?? now());
    await context.failpoint("append-sent:after-command");
    // The UID is that of the label, which holds nothing by itself.
    const isKnown =
      labelPath === null && folder !== null && receipt.uid !== null && receipt.uidValidity === folder.uidValidity;
    if (labelPath !== null || folder === null) return null;
    return { folder, uid: isKnown && receipt.uid !== null ? receipt.uid : 0 };
  });
}

async function appendOrCreate(session: ImapSession, path: string, source: Buffer, at: Date): Promise<AppendReceipt> {
  try {
    return await session.append(path, source, ["\\Seen"], at);
  } catch (error) {
    if (!(error instanceof ImapError) || error.kind !== "try-create") throw error;
    await session.createFolder(path);
    return session.append(path, source, ["\\Seen"], at);
  }
}

/** An account without a folder for sent mail gets one, where its other folders are. */
async function makeSentFolder(session: ImapSession): Promise<string> {
  const folders = await session.listFolders();
  const path = `${folders[0]?.namespacePrefix ?? ""}Sent`;
  if (!folders.some((folder) => folder.path === path)) await session.createFolder(path);
  return path;
}

async function waitForCopy(batch: AppendBatch, afterMs: number): Promise<void> {
  const ids = batch.operations.map((operation) => operation.id);
  const notBefore = new Date(now().getTime() + afterMs);
  await commit(async (tx) => requeueOperations(tx, ids, "pending", notBefore, "The provider's copy is not there yet."));
}

/**
 * @param found where it lies, when that is known (UID 0: somewhere); else sync links it when it sees it
 * @param made the one that we wrote
 */
async function settleCopy(
  batch: AppendBatch,
  send: OutboxSend,
  found: Found | null,
  made: Found | null = null,
): Promise<void> {
  await commit(async (tx, changed) => {
    const ids = batch.operations.map((operation) => operation.id);
    settleOperations(tx, ids, "done", now());
    await setSend(tx, send.id, { sentCopyState: "stored" });
    if (found && found.uid > 0) {
      const { folder, uid } = found;
      const { messageId, accountId } = send;
      placeSentCopy(tx, { messageId, accountId, folderId: folder.id, generation: folder.generation, uid, now: now() });
    }
    if (made) {
      const { folder, uid } = made;
      const copy = { copyFolderId: folder.id, copyGeneration: folder.generation, copyUid: uid > 0 ? uid : null };
      await setSend(tx, send.id, copy);
      // The provider's may have come while ours was being written.
      wishTidySent(tx, folder.id, [send.messageId], now());
    }
    tellSend(changed, send);
    await tellConversations(tx, changed, [send.conversationId]);
  });
}
