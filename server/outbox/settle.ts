import { cancelMoves, conversationsOfPlacements } from "#db/queries/outbox/move-placements";
import { addActivity } from "#db/queries/outbox/add-activity";
import { requeueOperations, settleOperations, setAttempts, uncountAttempt } from "#db/queries/outbox/settle-operations";
import type { OperationKind } from "#lib/contracts/vocabulary";
import { now } from "../clock.ts";
import { commit } from "../events/commit.ts";
import { log } from "../log.ts";
import type { Batch, BatchOf } from "./claim-batch.ts";
import type { OutboxContext } from "./context.ts";
import { outcomeOf, type Outcome } from "./outcome.ts";
import { failFetch } from "./perform/fail-fetch.ts";
import { doubtSend, failSend } from "./perform/fail-send.ts";
import { giveUpFolderAct } from "./perform/folders/settle-folder-act.ts";
import { revertFlags } from "./perform/revert-flags.ts";
import { revertLabels } from "./perform/revert-labels.ts";
import { tellConversations } from "./tell.ts";

const logger = log("outbox");
/** Long enough not to ask again at once; what waits begins when the account is connected. */
const waitMs = 1000;

/**
 * After an operation threw: tried again later, looked for, or given up and the agents told.
 * @param purpose `look` when it was only looked for: then it stays in doubt until that has succeeded
 */
export async function settleFailure(
  context: OutboxContext,
  batch: Batch,
  error: unknown,
  purpose: "perform" | "look",
): Promise<void> {
  const attemptCount = Math.max(...batch.operations.map((operation) => operation.attemptCount)) + 1;
  const outcome = outcomeOf(error, batch.kind, attemptCount);
  const fields = { accountId: context.account.id, kind: batch.kind, outcome: outcome.kind, attemptCount, error };
  if (outcome.kind === "failed") logger.warn("An operation failed for good.", fields);
  else logger.info("An operation did not succeed.", fields);
  if (outcome.kind !== "failed") await putBack(batch, outcome, purpose === "look" ? "uncertain" : "pending");
  else if (purpose === "look" && batch.kind === "send") await stopLooking(batch, outcome.error);
  else await giveUp(context, batch, outcome.error);
}

async function putBack(
  batch: Batch,
  outcome: Exclude<Outcome, { kind: "failed" }>,
  state: "pending" | "uncertain",
): Promise<void> {
  const ids = batch.operations.map((operation) => operation.id);
  await commit(async (tx, changed) => {
    const at = (afterMs: number) => new Date(now().getTime() + afterMs);
    switch (outcome.kind) {
      case "wait":
        uncountAttempt(tx, ids);
        return requeueOperations(tx, ids, state, at(outcome.afterMs ?? waitMs), outcome.error);
      case "again":
        return requeueOperations(tx, ids, state, at(outcome.afterMs), outcome.error);
      case "look":
        if (batch.kind === "send") await doubtSend(tx, changed, batch, outcome.error);
        setAttempts(tx, ids, 0);
        return requeueOperations(tx, ids, "uncertain", at(outcome.afterMs), outcome.error);
      default:
        return outcome satisfies never;
    }
  });
}

/** Whether the mail was sent cannot be found out: it stays in doubt until a person decides. */
async function stopLooking(batch: BatchOf<"send">, reason: string): Promise<void> {
  const ids = batch.operations.map((operation) => operation.id);
  await commit(async (tx) => settleOperations(tx, ids, "failed", now(), reason));
}

async function giveUp(context: OutboxContext, batch: Batch, reason: string): Promise<void> {
  switch (batch.kind) {
    case "store-flags":
      return revertFlags(context, batch, reason);
    case "store-labels":
      return revertLabels(context, batch, reason);
    case "move":
      return giveUpMove(batch, reason);
    case "expunge":
      return giveUpExpunge(batch, reason);
    case "save-draft":
    case "remove-draft":
      return giveUpDraftCopy(batch, reason);
    case "create-folder":
    case "rename-folder":
    case "delete-folder":
    case "subscribe-folder":
      return giveUpFolderAct(context, batch, reason);
    case "send":
    case "append-sent":
    case "tidy-sent":
      return failSend(batch, reason);
    case "fetch-body":
    case "fetch-source":
    case "fetch-attachment":
    case "fetch-quarantined":
      return failFetch(batch, reason);
    default:
      return batch satisfies never;
  }
}

async function giveUpMove(batch: BatchOf<"move">, reason: string): Promise<void> {
  await commit(async (tx, changed) => {
    const ids = batch.operations.map((operation) => operation.id);
    settleOperations(tx, ids, "failed", now(), reason);
    cancelMoves(tx, batch.placementIds);
    const conversationIds = conversationsOfPlacements(tx, batch.placementIds);
    for (const conversationId of conversationIds) {
      const data = { act: "move" satisfies OperationKind, folderId: batch.toFolderId, reason };
      await addActivity(tx, { conversationId, agentId: null, kind: "act-failed", data, createdAt: now() });
    }
    await tellConversations(tx, changed, conversationIds);
  });
}

/** Shown again where it lies. */
async function giveUpExpunge(batch: BatchOf<"expunge">, reason: string): Promise<void> {
  await commit(async (tx, changed) => {
    const ids = batch.operations.map((operation) => operation.id);
    settleOperations(tx, ids, "failed", now(), reason);
    const conversationIds = conversationsOfPlacements(tx, batch.placementIds);
    for (const conversationId of conversationIds) {
      const data = { act: "expunge" satisfies OperationKind, reason };
      await addActivity(tx, { conversationId, agentId: null, kind: "act-failed", data, createdAt: now() });
    }
    await tellConversations(tx, changed, conversationIds);
  });
}

/** The draft itself is kept here; only its copy on the server is not as it should be. */
async function giveUpDraftCopy(batch: Batch, reason: string): Promise<void> {
  const ids = batch.operations.map((operation) => operation.id);
  await commit(async (tx) => settleOperations(tx, ids, "failed", now(), reason));
}
