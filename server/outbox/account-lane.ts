/**
 * One account's operations of some kinds, one batch after the other. An account has four lanes: what agents did to mail, what they
 * send, what somebody waits to read, and whole mails, which may be many; none of them waits for another.
 */
import type { Db } from "#db/dialect/sqlite";
import { dueOperations } from "#db/queries/outbox/due-operations";
import { outboxAccount } from "#db/queries/outbox/outbox-account";
import { claimOperations } from "#db/queries/outbox/settle-operations";
import type { HoldScope, OperationKind } from "#lib/contracts/vocabulary";
import { now } from "../clock.ts";
import { store } from "../store.ts";
import { chooseBatch, type Batch } from "./claim-batch.ts";
import type { OutboxContext } from "./context.ts";
import { HopelessError } from "./outcome.ts";
import { appendSent } from "./perform/append-sent.ts";
import { expungeMessages } from "./perform/expunge-messages.ts";
import { fetchAttachment } from "./perform/fetch-attachment.ts";
import { fetchBodies } from "./perform/fetch-body.ts";
import { fetchQuarantined } from "./perform/fetch-quarantined.ts";
import { fetchSources } from "./perform/fetch-source.ts";
import { actOnFolder } from "./perform/folders/act-on-folder.ts";
import { actOnDraft } from "./perform/drafts/act-on-draft.ts";
import { moveMessages } from "./perform/move-messages.ts";
import { sendMessage } from "./perform/send-message.ts";
import { tidySent } from "./perform/tidy-sent.ts";
import { storeFlags } from "./perform/store-flags.ts";
import { storeLabels } from "./perform/store-labels.ts";
import { batchOfOne, resolveUncertain } from "./resolve-uncertain.ts";
import { settleFailure } from "./settle.ts";

export type LaneName = "acts" | "sends" | "fetches" | "sources";

export const laneKinds: Record<LaneName, readonly OperationKind[]> = {
  acts: [
    "store-flags", "store-labels", "move", "expunge", "append-sent", "tidy-sent", "create-folder", "rename-folder", "delete-folder", "subscribe-folder",
    "save-draft", "remove-draft",
  ], // prettier-ignore
  sends: ["send"],
  fetches: ["fetch-body", "fetch-attachment", "fetch-quarantined"],
  sources: ["fetch-source"],
};

export const laneOf = (kind: OperationKind): LaneName =>
  kind === "send" ? "sends" : kind === "fetch-source" ? "sources" : kind.startsWith("fetch-") ? "fetches" : "acts";

/** What an account has to be free of for a lane to work. */
const heldBy: Record<LaneName, HoldScope> = { acts: "all", sends: "sending", fetches: "fetches", sources: "fetches" };

const dueMax = 1000;

/** Works until nothing is due, or the account cannot be reached. */
export async function runLane(accountId: number, lane: LaneName, base: Omit<OutboxContext, "account">): Promise<void> {
  while (!base.signal.aborted) {
    const account = await outboxAccount(store().read, accountId);
    if (!account || account.state === "paused") return;
    const context = { ...base, account };
    // It is looked at again once a minute, and whenever something is wished for.
    if (base.sessions.holds.of(accountId, heldBy[lane])) return;
    const isConnected = base.sessions.isConnected(accountId);
    const hasLooked = isConnected && (await lookForOne(context, lane));
    if (hasLooked) continue;
    // A mail leaves by SMTP, whatever becomes of IMAP.
    if (!isConnected && lane !== "sends") return base.sessions.want(accountId);
    const isSparing = base.sessions.holds.of(accountId, "bodies") !== null;
    const batch = await claim((tx) => {
      const due = dueOperations(tx, "pending", accountId, laneKinds[lane], now(), dueMax);
      return chooseBatch(isSparing ? due.filter(({ kind, priority }) => kind !== "fetch-source" || priority < 3) : due);
    });
    if (!batch) return;
    await base.failpoint(`${batch.kind}:claimed`);
    await settling(context, batch, "perform", () => perform(context, batch));
  }
}

/** @returns whether there was something in doubt */
async function lookForOne(context: OutboxContext, lane: LaneName): Promise<boolean> {
  const accountId = context.account.id;
  const isDoubted = dueOperations(store().read, "uncertain", accountId, laneKinds[lane], now(), 1).length > 0;
  if (!isDoubted) return false;
  const claimed = await claim((tx) => {
    const [operation] = dueOperations(tx, "uncertain", accountId, laneKinds[lane], now(), 1);
    return operation ? batchOfOne(operation) : null;
  });
  const [operation] = claimed?.operations ?? [];
  if (!claimed || !operation) return false;
  await settling(context, claimed, "look", () => resolveUncertain(context, operation));
  return true;
}

/**
 * Chosen and marked in one transaction, so that what somebody takes back is either not begun or not taken back; committed before the first
 * byte leaves, so that after a crash it is known what may have happened.
 */
async function claim(choose: (tx: Db) => Batch | null): Promise<Batch | null> {
  return store().write(async (tx) => {
    const batch = choose(tx);
    const ids = batch?.operations.map((operation) => operation.id) ?? [];
    if (ids.length > 0) claimOperations(tx, ids);
    return batch;
  });
}

async function settling(
  context: OutboxContext,
  batch: Batch,
  purpose: "perform" | "look",
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    await settleFailure(context, batch, error, purpose);
  }
}

async function perform(context: OutboxContext, batch: Batch): Promise<void> {
  const isWrite = laneOf(batch.kind) === "acts";
  if (isWrite && context.account.mode === "read-only") throw new HopelessError("This account is read-only.");
  switch (batch.kind) {
    case "store-flags":
      return storeFlags(context, batch);
    case "store-labels":
      return storeLabels(context, batch);
    case "move":
      return moveMessages(context, batch);
    case "expunge":
      return expungeMessages(context, batch);
    case "send":
      return sendMessage(context, batch);
    case "append-sent":
      return appendSent(context, batch);
    case "tidy-sent":
      return tidySent(context, batch);
    case "save-draft":
    case "remove-draft":
      return actOnDraft(context, batch.operations);
    case "create-folder":
    case "rename-folder":
    case "delete-folder":
    case "subscribe-folder":
      return actOnFolder(context, batch);
    case "fetch-body":
      return fetchBodies(context, batch);
    case "fetch-source":
      return fetchSources(context, batch);
    case "fetch-attachment":
      return fetchAttachment(context, batch);
    case "fetch-quarantined":
      return fetchQuarantined(context, batch);
    default:
      return batch satisfies never;
  }
}
