import {
  addOwnMessageId,
  outboxSend,
  setSend,
  unansweredPlaces,
  unforwardedPlaces,
  type OutboxSend,
} from "#db/queries/outbox/outbox-sends";
import { outboxAccount } from "#db/queries/outbox/outbox-account";
import { markPlacements } from "#db/queries/outbox/mark-placements";
import { forgetWritten, requeueOperations, settleOperations } from "#db/queries/outbox/settle-operations";
import { wishOperations } from "#db/queries/outbox/wish-operations";
import type { Db } from "#db/dialect/sqlite";
import { sampleProvider } from "#lib/providers/sample";
import { normalizeMessageId } from "#lib/mail/message-id";
import { readBlob } from "../../blobs.ts";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import type { SmtpOutcome } from "../../smtp/send-message.ts";
import { store } from "../../store.ts";
import type { BatchOf } from "../claim-batch.ts";
import type { OutboxContext } from "../context.ts";
import { HandedOverError, HopelessError, patientOutcome } from "../outcome.ts";
import { tellConversations, tellSend } from "../tell.ts";
import { failSend } from "./fail-send.ts";
import { handOverAs } from "./hand-over-as.ts";
import { heedSmtp } from "./heed-smtp.ts";
import { noteSending } from "./note-sending.ts";

type SendBatch = BatchOf<"send">;

/**
 * Hands a mail to SMTP, past the end of its data at most once. That moment is committed before it comes, so that a process which dies
 * knows afterwards whether the server can have taken the mail.
 */
export async function sendMessage(context: OutboxContext, batch: SendBatch): Promise<void> {
  const send = await outboxSend(store().read, batch.operations[0]?.sendId ?? 0);
  if (!send) throw new HopelessError("The mail to be sent no longer exists.");
  if (context.account.mode === "read-only")
    throw new HopelessError("This account is read-only: nothing is sent from it.");
  if (context.account.provider === sampleProvider) throw new HopelessError("Sample mail is not sent.");
  const source = await readBlob(send.sourceBlob);
  let isHandedOver = false;
  try {
    const mail = { from: send.fromAddress, recipients: send.recipients, source };
    const outcome = await handOverAs(context.account, mail, {
      signal: context.signal,
      onConnected: () => context.failpoint("send:smtp-connected"),
      onEndOfData: async () => {
        await markSending(send);
        isHandedOver = true;
        await context.failpoint("send:end-of-data");
      },
    });
    await context.failpoint("send:handed-over");
    if (outcome.kind === "retry") heedSmtp(context.sessions.holds, context.account.id, outcome.reason);
    await settleSend(context.account, batch, send, outcome);
  } catch (error) {
    throw isHandedOver ? new HandedOverError(error) : error;
  }
  await context.failpoint("send:settled");
}

async function markSending(send: OutboxSend): Promise<void> {
  await commit(async (tx, changed) => {
    await setSend(tx, send.id, { state: "sending", attemptCount: send.attemptCount + 1, lastError: "" });
    tellSend(changed, send);
  });
}

async function settleSend(
  account: OutboxContext["account"],
  batch: SendBatch,
  send: OutboxSend,
  outcome: SmtpOutcome,
): Promise<void> {
  switch (outcome.kind) {
    case "accepted":
      return commit(async (tx, changed) => {
        noteSending(tx, changed, account, null);
        await settleSent(tx, changed, batch, send, outcome);
      });
    case "retry":
      return retryLater(account, batch, send, outcome);
    case "failed":
      return failSend(batch, outcome.reason);
    case "uncertain":
      throw new HandedOverError(new Error(outcome.reason));
    default:
      return outcome satisfies never;
  }
}

type Accepted = Pick<Extract<SmtpOutcome, { kind: "accepted" }>, "refused" | "serverMessageId">;

/** It is on its way: the copy in Sent is wished for, and the mail that it answers or sends on is marked as that. */
export async function settleSent(
  tx: Db,
  changed: Parameters<Parameters<typeof commit>[0]>[1],
  { operations }: Pick<SendBatch, "operations">,
  send: OutboxSend,
  { refused, serverMessageId }: Accepted,
): Promise<void> {
  const ids = operations.map((operation) => operation.id);
  const told = refused.map(({ address, reason }) => `${address} was refused: ${reason}`).join("\n");
  await setSend(tx, send.id, { state: "sent", sentAt: now(), lastError: told, sentCopyState: "pending" });
  settleOperations(tx, ids, "done", now(), told);
  forgetWritten(tx, ids);
  if (serverMessageId) addOwnMessageId(tx, send.messageId, normalizeMessageId(serverMessageId));
  const { accountId, messageId } = send;
  const when = { priority: 1 as const, notBefore: now(), createdAt: now() };
  await wishOperations(tx, [{ accountId, messageId, sendId: send.id, payload: { kind: "append-sent" }, ...when }]);
  const markedIds = await markOriginal(tx, send, operations.some(isForward));
  for (const one of [accountId, ...markedIds]) changed({ type: "outbox.wished", accountId: one, inboxIds: [] });
  tellSend(changed, send);
  await tellConversations(tx, changed, [send.conversationId]);
}

/** RFC 3501 §2.3.2 and RFC 5788 §3. @returns the accounts whose servers have to hear of it */
async function markOriginal(tx: Db, send: OutboxSend, isSentOn: boolean): Promise<number[]> {
  if (send.inReplyTo === "") return [];
  const places = (isSentOn ? unforwardedPlaces : unansweredPlaces)(tx, send.conversationId, send.inReplyTo);
  const placementIds = places.map((place) => place.placementId);
  markPlacements(tx, placementIds, isSentOn ? "forwarded" : "answered");
  const payload = { kind: "store-flags" as const, add: [isSentOn ? "$Forwarded" : "\\Answered"], remove: [] };
  const when = { priority: 1 as const, notBefore: now(), createdAt: now() };
  await wishOperations(
    tx,
    places.map((place) => ({ ...place, payload, ...when })),
  );
  return places.map((place) => place.accountId);
}

function isForward({ payload }: SendBatch["operations"][number]): boolean {
  return payload.kind === "send" && payload.written?.kind === "forward";
}

/** Nothing was taken: 1, 5, 15, 60 min, then every 4 h until two days are over. */
async function retryLater(
  account: OutboxContext["account"],
  batch: SendBatch,
  send: OutboxSend,
  { reason, problem }: Extract<SmtpOutcome, { kind: "retry" }>,
): Promise<void> {
  const [operation] = batch.operations;
  const outcome = patientOutcome(reason, (operation?.attemptCount ?? 0) + 1);
  if (outcome.kind !== "again") return failSend(batch, reason);
  await commit(async (tx, changed) => {
    if (problem) noteSending(tx, changed, account, problem);
    // Given another password while the old one was tried: nothing is to be waited for.
    const isOutdated = (await outboxAccount(tx, account.id))?.secret !== account.secret;
    const notBefore = new Date(now().getTime() + (isOutdated ? 0 : outcome.afterMs));
    requeueOperations(tx, operation ? [operation.id] : [], "pending", notBefore, reason);
    await setSend(tx, send.id, {
      state: "retrying",
      lastError: reason,
      notBefore,
      attemptCount: send.attemptCount + 1,
    });
    tellSend(changed, send);
  });
}
