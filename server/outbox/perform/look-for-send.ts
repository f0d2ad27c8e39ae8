import type { DueOperation } from "#db/queries/outbox/due-operations";
import { foldersOfSentMail } from "#db/queries/outbox/outbox-account";
import { isOnServer, outboxSend, ownMessageIds, type OutboxSend } from "#db/queries/outbox/outbox-sends";
import { requeueOperations, settleOperations } from "#db/queries/outbox/settle-operations";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import { store } from "../../store.ts";
import type { OutboxContext } from "../context.ts";
import { lookInFolder } from "./look-for-sent.ts";
import { settleSent } from "./send-message.ts";

/** After the first look: while the copy may still be on its way, then rarely, in case it comes to light. */
const looksMs = [1000, 2000, 4000, 60_000, 600_000, 3_600_000, 21_600_000];

/**
 * A mail that the server may have taken. Found in Sent or anywhere in the account, it was sent. Not found proves nothing where nobody keeps
 * a copy: then it stays in doubt, and a person decides. It is never sent again by itself.
 */
export async function lookForSend(context: OutboxContext, operation: DueOperation): Promise<void> {
  const send = await outboxSend(store().read, operation.sendId ?? 0);
  if (!send) return commit(async (tx) => settleOperations(tx, [operation.id], "failed", now(), "The mail is gone."));
  const isFound = isOnServer(store().read, send.messageId, send.accountId) || (await isInSent(context, send));
  const nothingRefused = { refused: [], serverMessageId: null };
  await commit(async (tx, changed) => {
    if (isFound) return settleSent(tx, changed, { operations: [operation] }, send, nothingRefused);
    const afterMs = looksMs[operation.attemptCount];
    const reason = "No copy of this mail was found on the server.";
    if (afterMs === undefined) return settleOperations(tx, [operation.id], "failed", now(), reason);
    const notBefore = new Date(now().getTime() + afterMs);
    return requeueOperations(tx, [operation.id], "uncertain", notBefore, reason);
  });
}

async function isInSent(context: OutboxContext, send: OutboxSend): Promise<boolean> {
  const ids = ownMessageIds(store().read, send.messageId);
  for (const folder of await foldersOfSentMail(store().read, send.accountId)) {
    const found = await context.sessions.run(context.account.id, 1, (session) => lookInFolder(session, folder, ids));
    if (found) return true;
  }
  return false;
}
