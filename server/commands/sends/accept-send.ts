import type { Db } from "#db/dialect/sqlite";
import { changeConversation } from "#db/queries/conversations/change-conversation";
import { addActivity } from "#db/queries/outbox/add-activity";
import { sendByKey } from "#db/queries/outbox/agent-sends";
import { markPlacements, unseenPlaces } from "#db/queries/outbox/mark-placements";
import { deleteDraft, insertOutgoing, ownDraft, type NewOutgoing } from "#db/queries/outbox/queue-send";
import { wishOperations } from "#db/queries/outbox/wish-operations";
import { refreshConversations } from "#db/queries/refresh-conversations";
import type { Change } from "#lib/contracts/change";
import type { AcceptedSend, SendMail } from "#lib/contracts/send";
import type { ConversationStatus } from "#lib/contracts/vocabulary";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import { forgetDraftCopy } from "../drafts/copy-draft.ts";
import { refuseSample } from "./refuse-sample.ts";

type Intent = {
  mail: NewOutgoing;
  body: SendMail;
  inboxIds: number[];
  kind: "new" | "reply";
  /** Looks once more, inside the transaction, whether this may still be sent. */
  check: (tx: Db) => Promise<ConversationStatus>;
};

/** The wire's form of a send that was taken. */
export function accepted(send: {
  sendId: number;
  internetMessageId: string;
  conversationId: number;
  messageId: number;
  notBefore: Date;
}): AcceptedSend {
  return { ...send, notBefore: send.notBefore.toISOString() };
}

/**
 * Takes a mail, in one commit: the message in its conversation, the promise to send it, and what comes with it. From here on it is
 * sent even if the process ends. A request that was taken before is answered as it was then.
 */
export async function acceptSend(agent: Agent, { mail, body, inboxIds, kind, check }: Intent): Promise<AcceptedSend> {
  return commit(async (tx, changed) => {
    const earlier = await sendByKey(tx, agent.id, mail.idempotencyKey);
    if (earlier) return accepted(earlier);
    refuseSample(tx, mail);
    const statusBefore = await check(tx);
    const draft = body.draftId ? await ownDraft(tx, body.draftId, agent.id) : undefined;
    const { sendId, messageId } = await insertOutgoing(tx, mail);
    const { accountId, conversationId, createdAt, notBefore } = mail;
    const status = body.status && body.status !== statusBefore ? { before: statusBefore, after: body.status } : null;
    const written = { ...writtenOf(body, mail), kind: draft?.kind ?? kind, status };
    const payload = { kind: "send" as const, written };
    await wishOperations(tx, [{ accountId, messageId, sendId, payload, priority: 1, notBefore, createdAt }]);
    await markSeen(tx, changed, conversationId, inboxIds);
    await setStatus(tx, agent, conversationId, statusBefore, body.status);
    const hearers = (await refreshConversations(tx, [conversationId])).get(conversationId) ?? inboxIds;
    if (draft) {
      await forgetDraftCopy(tx, changed, draft.id);
      await deleteDraft(tx, draft.id);
      changed({ type: "draft.changed", draftId: draft.id, conversationId: draft.conversationId, inboxIds: hearers });
    }
    changed({ type: "conversation.changed", conversationId, inboxIds: hearers });
    changed({ type: "send.changed", sendId, conversationId, inboxIds: hearers });
    changed({ type: "outbox.wished", accountId, inboxIds: [] });
    return accepted({ sendId, internetMessageId: mail.internetMessageId, conversationId, messageId, notBefore });
  });
}

/** Who answers has read. */
async function markSeen(tx: Db, changed: (change: Change) => void, conversationId: number, inboxIds: number[]) {
  const places = unseenPlaces(tx, conversationId, inboxIds);
  markPlacements(tx, places.map((place) => place.placementId), "seen"); // prettier-ignore
  const when = { priority: 1 as const, notBefore: now(), createdAt: now() };
  const payload = { kind: "store-flags" as const, add: ["\\Seen"], remove: [] };
  await wishOperations(tx, places.map((place) => Object.assign(place, { payload }, when))); // prettier-ignore
  for (const { accountId } of places) changed({ type: "outbox.wished", accountId, inboxIds: [] });
}

async function setStatus(
  tx: Db,
  agent: Agent,
  conversationId: number,
  before: ConversationStatus,
  status: ConversationStatus | undefined,
): Promise<void> {
  if (!status || status === before) return changeConversation(tx, conversationId, status ? { snoozedUntil: null } : {});
  const closedAt = status === "closed" ? now() : null;
  await changeConversation(tx, conversationId, { status, closedAt, snoozedUntil: null });
  const opened = before === "closed" ? "reopened" : "opened";
  const kind = status === "closed" ? "closed" : status === "pending" ? "pended" : opened;
  await addActivity(tx, { conversationId, agentId: agent.id, kind, data: {}, createdAt: now() });
}

function writtenOf(body: SendMail, { to, cc, bcc, subject, attachmentIds }: NewOutgoing) {
  const { html = "", text = "", closingHtml = "", closingText = "", answeredMessageId = null, quote = "reply" } = body;
  const words = { html: html + closingHtml, text: [text, closingText].filter(Boolean).join("\n\n") };
  return { to, cc, bcc, subject, ...words, attachmentIds, answeredMessageId, quote };
}
