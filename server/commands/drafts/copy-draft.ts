import { cancelSaving, copyOfDraft, delaySaving, isWritable, type DraftPlace } from "#db/queries/drafts/draft-copies";
import { wishOperations } from "#db/queries/outbox/wish-operations";
import type { Db } from "#db/dialect/sqlite";
import type { Change } from "#lib/contracts/change";
import { now } from "../../clock.ts";

/** A server's Drafts folder is no typewriter: a copy goes there when nothing was typed for so long, or once a minute. */
const restMs = 10_000;
const restMaxMs = 60_000;

type Changed = (change: Change) => void;

/** Has a draft saved to the Drafts folder of its account, a while after it was last changed. */
export async function wishDraftCopy(
  tx: Db,
  changed: Changed,
  draftId: number,
  accountId: number | null,
): Promise<void> {
  if (accountId === null || !isWritable(tx, accountId)) return;
  const at = now();
  const notBefore = new Date(at.getTime() + restMs);
  if (delaySaving(tx, accountId, draftId, notBefore, restMaxMs)) return;
  const payload = { kind: "save-draft" as const, draftId };
  await wishOperations(tx, [{ accountId, messageId: null, payload, priority: 2, notBefore, createdAt: at }]);
  changed({ type: "outbox.wished", accountId, inboxIds: [] });
}

/** The draft was sent or thrown away: its copy goes too. Called before its row does. */
export async function forgetDraftCopy(tx: Db, changed: Changed, draftId: number): Promise<void> {
  cancelSaving(tx, draftId, now());
  const copy = await copyOfDraft(tx, draftId);
  if (copy && isWritable(tx, copy.accountId)) await wishCopyRemoved(tx, changed, copy);
}

async function wishCopyRemoved(tx: Db, changed: Changed, { accountId, folderId, uidValidity, uid }: DraftPlace) {
  const at = now();
  const payload = { kind: "remove-draft" as const, folderId, uidValidity: String(uidValidity), uid };
  await wishOperations(tx, [{ accountId, messageId: null, payload, priority: 1, notBefore: at, createdAt: at }]);
  changed({ type: "outbox.wished", accountId, inboxIds: [] });
}
