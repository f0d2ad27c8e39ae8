import { findAttachments } from "#db/queries/conversations/attachment-rows";
import { findConversation } from "#db/queries/conversations/find-conversation";
import { findMessage } from "#db/queries/conversations/message-content";
import { sendByKey } from "#db/queries/outbox/agent-sends";
import { answeredMessage, sendingAccounts } from "#db/queries/outbox/reply-context";
import { EmailAddress } from "#lib/contracts/address";
import type { AnswerEvent } from "#lib/contracts/event";
import type { AcceptedSend } from "#lib/contracts/send";
import { isCalendar } from "#lib/files/file-kind";
import { answerSubject } from "#lib/mail/answer-subject";
import { invitedAccount } from "#lib/mail/invited-account";
import type { Agent } from "../../auth/agent.ts";
import { readBlob } from "../../blobs.ts";
import { now } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import type { AnswerInput } from "../../mime/event/answer-event.ts";
import type { ParsedEvent } from "../../mime/event/parse-event.ts";
import { inPool } from "../../pool.ts";
import { store } from "../../store.ts";
import { fetchCalendar } from "../messages/fetch-calendar.ts";
import { accepted, acceptSend } from "./accept-send.ts";
import { composeSend } from "./compose-send.ts";

/** Takes the answer to an invitation to be sent, from the account that was invited (RFC 5546 §3.2.3). */
export async function answerInvitation(agent: Agent, messageId: number, body: AnswerEvent): Promise<AcceptedSend> {
  const { read } = store();
  const message = await findMessage(read, agent.inboxIds, messageId);
  if (!message) throw new AppError("not_found", "There is no such message.");
  const earlier = await sendByKey(read, agent.id, body.idempotencyKey);
  if (earlier) return accepted(earlier);
  await fetchCalendar(agent, messageId);
  const { source, event } = await readInvitation(agent, messageId);
  const account = invitedAccount(await sendingAccounts(read, agent.inboxIds), event.attendees);
  if (!account) throw new AppError("invalid", "None of your accounts is invited to this.");

  const attendee = { name: account.senderName || account.name, address: account.emailAddress };
  const asked: AnswerInput = { source, attendee, answer: body.answer, stampAt: now().toISOString() };
  const content = await inPool<string | null>("answerEvent", asked);
  if (content === null) throw new AppError("invalid", "This is no invitation that can be answered.");
  const words = answerSubject(body.answer, event.title);
  const send = { text: words, idempotencyKey: body.idempotencyKey };
  const mail = await composeSend(agent, send, {
    conversationId: message.conversationId,
    account,
    answered: await answeredMessage(read, agent.inboxIds, messageId),
    to: [organizerOf(event)],
    cc: [],
    bcc: [],
    subject: words,
    calendar: { method: "REPLY", content },
  });
  return acceptSend(agent, {
    mail,
    body: send,
    inboxIds: agent.inboxIds,
    kind: "reply",
    check: async (tx) => {
      const conversation = await findConversation(tx, agent.inboxIds, message.conversationId);
      if (!conversation) throw new AppError("not_found", "There is no such conversation.");
      if (conversation.id !== mail.conversationId)
        throw new AppError("stale", "This conversation was just merged into another.");
      return conversation.status;
    },
  });
}

async function readInvitation(agent: Agent, messageId: number): Promise<{ source: Buffer; event: ParsedEvent }> {
  const file = (await findAttachments(store().read, agent, messageId)).find(isCalendar);
  if (!file?.blob) throw new AppError("invalid", "This message brings no invitation.");
  const source = await readBlob(file.blob);
  const event = await inPool<ParsedEvent | null>("parseEvent", source).catch(() => null);
  if (!event || (event.kind !== "invitation" && event.kind !== "update"))
    throw new AppError("invalid", "This message brings no invitation.");
  return { source, event };
}

function organizerOf({ organizer }: ParsedEvent) {
  if (!organizer || !EmailAddress.safeParse(organizer.address).success)
    throw new AppError("invalid", "The invitation does not say whom to answer.");
  return { name: organizer.name, address: organizer.address };
}
