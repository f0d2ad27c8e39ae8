import { outboxFolder } from "#db/queries/outbox/outbox-account";
import { outboxSend, ownMessageIds, setSend } from "#db/queries/outbox/outbox-sends";
import { settleOperations } from "#db/queries/outbox/settle-operations";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import type { ImapSession } from "../../imap/session.ts";
import { store } from "../../store.ts";
import type { BatchOf } from "../claim-batch.ts";
import type { OutboxContext } from "../context.ts";
import { HopelessError } from "../outcome.ts";
import { tellSend } from "../tell.ts";
import { everywhereInFolder } from "./look-for-sent.ts";

/**
 * The provider has filed its own copy after ours was written: ours goes, by the UID that the server gave it and nothing else, and what
 * people have marked on it is marked on the other.
 */
export async function tidySent(context: OutboxContext, batch: BatchOf<"tidy-sent">): Promise<void> {
  const send = await outboxSend(store().read, batch.operations[0]?.sendId ?? 0);
  const folder = await outboxFolder(store().read, send?.copyFolderId ?? 0);
  const ids = batch.operations.map((operation) => operation.id);
  if (!send || !folder) return commit(async (tx) => settleOperations(tx, ids, "done", now()));
  const uid = send.copyGeneration === folder.generation ? send.copyUid : null;
  await context.sessions.run(context.account.id, 1, async (session) => {
    const selected = await session.select(folder.path);
    const found = await everywhereInFolder(session, ownMessageIds(store().read, send.messageId));
    const others = found.filter((one) => one !== uid);
    if (found.length < 2) return;
    const isKnown = uid !== null && found.includes(uid) && selected.uidValidity === folder.uidValidity;
    if (!isKnown) throw new HopelessError("The provider has filed a copy of its own, and which of the two is ours the server did not say."); // prettier-ignore
    if (!session.capabilities.uidplus)
      throw new HopelessError("The provider has filed a copy of its own, and its server cannot remove a single mail.");
    await passOnFlags(session, uid, others);
    await session.removeCopied([uid]);
  });
  await commit(async (tx, changed) => {
    settleOperations(tx, ids, "done", now());
    await setSend(tx, send.id, { copyFolderId: null, copyUid: null });
    tellSend(changed, send);
  });
}

async function passOnFlags(session: ImapSession, uid: number, others: number[]): Promise<void> {
  const { rows } = await session.fetchFlags({ from: uid, to: uid });
  const add = (rows.find((row) => row.uid === uid)?.flags ?? []).filter((flag) => !/^\\(recent|deleted)$/i.test(flag));
  if (add.length > 0) await session.storeFlags(others, { add, remove: [] });
}
