import { sendByKey } from "#db/queries/outbox/agent-sends";
import { insertConversation } from "#db/queries/outbox/queue-send";
import { sendingAccounts } from "#db/queries/outbox/reply-context";
import type { AcceptedSend, SendMail } from "#lib/contracts/send";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";
import { accepted, acceptSend } from "./accept-send.ts";
import { askedAccount } from "./choose-account.ts";
import { composeSend } from "./compose-send.ts";

/** Takes a new mail to be sent: it begins a conversation. */
export async function queueMail(agent: Agent, body: SendMail): Promise<AcceptedSend> {
  const { read } = store();
  const earlier = await sendByKey(read, agent.id, body.idempotencyKey);
  if (earlier) return accepted(earlier);
  const { to, cc = [], bcc = [], subject, accountId } = required(body);
  const account = askedAccount(await sendingAccounts(read, agent.inboxIds), accountId);
  // The Message-ID names its conversation, so that comes first; empty, it is seen by nobody.
  const conversationId = await store().write((tx) => insertConversation(tx, now()));
  const mail = await composeSend(agent, body, { conversationId, account, answered: undefined, to, cc, bcc, subject });
  return acceptSend(agent, {
    mail,
    body,
    inboxIds: [account.inboxId],
    kind: "new",
    check: () => Promise.resolve("open"),
  });
}

function required(body: SendMail) {
  const { to, subject, accountId } = body;
  const missing = [
    ...(to && to.length > 0 ? [] : ["to"]),
    ...(subject?.trim() ? [] : ["subject"]),
    ...(accountId ? [] : ["accountId"]),
  ];
  if (!to || !subject || !accountId || missing.length > 0) {
    const issues = missing.map((path) => ({ path, message: "A new mail needs this." }));
    throw new AppError("invalid", `A new mail needs: ${missing.join(", ")}.`, { issues });
  }
  return { ...body, to, subject, accountId };
}
