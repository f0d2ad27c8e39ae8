import { findConversation } from "#db/queries/conversations/find-conversation";
import { inboxIdsOfConversation, sendByKey } from "#db/queries/outbox/agent-sends";
import {
  allOwnAddresses,
  answeredMessage,
  isMessageOf,
  newestMessage,
  sendingAccounts,
  type AnsweredMessage,
} from "#db/queries/outbox/reply-context";
import type { Db } from "#db/dialect/sqlite";
import type { MailAddress } from "#lib/contracts/address";
import type { AcceptedSend, SendMail } from "#lib/contracts/send";
import { replyRecipients } from "#lib/mail/recipients";
import { replySubject } from "#lib/mail/subject";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";
import { accepted, acceptSend } from "./accept-send.ts";
import { accountFor, askedAccount } from "./choose-account.ts";
import { composeSend } from "./compose-send.ts";
import { refuseStale } from "./refuse-stale.ts";

/** Takes an answer to be sent: it shows in the conversation at once, and leaves when the time to undo it is over. */
export async function queueReply(agent: Agent, conversationId: number, body: SendMail): Promise<AcceptedSend> {
  const { read } = store();
  const earlier = await sendByKey(read, agent.id, body.idempotencyKey);
  if (earlier) return accepted(earlier);
  const conversation = await requireConversation(read, agent, conversationId);
  await refuseStale(read, agent.inboxIds, conversation.id, body.lastSeenMessageId);

  const held = inboxIdsOfConversation(read, conversation.id);
  const inboxIds = agent.inboxIds.filter((id) => held.includes(id));
  const last = await answeredOf(read, inboxIds, conversation.id, body.answeredMessageId);
  const lastIncoming = await newestMessage(read, inboxIds, conversation.id, "in");
  const accounts = await sendingAccounts(read, inboxIds);
  const account = body.accountId ? askedAccount(accounts, body.accountId) : accountFor(accounts, lastIncoming ?? last);

  const mail = await composeSend(agent, body, {
    conversationId: conversation.id,
    account,
    answered: last,
    ...recipientsOf(body, lastIncoming ?? last),
    subject: body.subject ?? replySubject(last?.subject ?? ""),
  });
  return acceptSend(agent, {
    mail,
    body,
    inboxIds,
    kind: "reply",
    // Since the first look a mail may have come in, or the conversation have been merged into another.
    check: async (tx) => {
      const current = await requireConversation(tx, agent, conversationId);
      if (current.id !== mail.conversationId)
        throw new AppError("stale", "This conversation was just merged into another.");
      await refuseStale(tx, agent.inboxIds, current.id, body.lastSeenMessageId);
      return current.status;
    },
  });
}

async function requireConversation(db: Db, agent: Agent, conversationId: number) {
  const conversation = await findConversation(db, agent.inboxIds, conversationId);
  if (!conversation) throw new AppError("not_found", "There is no such conversation.");
  return conversation;
}

/** The message that was chosen, if it is of this conversation, else the newest. */
async function answeredOf(db: Db, inboxIds: number[], conversationId: number, messageId: number | undefined) {
  const isOfIt = messageId !== undefined && isMessageOf(db, messageId, conversationId);
  const chosen = isOfIt ? await answeredMessage(db, inboxIds, messageId) : undefined;
  return chosen ?? newestMessage(db, inboxIds, conversationId);
}

type Recipients = { to: readonly MailAddress[]; cc: readonly MailAddress[]; bcc: readonly MailAddress[] };

/** Those named, else whoever the last mail wants its answer to go to. */
function recipientsOf({ to, cc = [], bcc = [] }: SendMail, answered: AnsweredMessage | undefined): Recipients {
  if (to) return { to, cc, bcc };
  if (!answered)
    throw new AppError("invalid", "Say who this goes to.", { issues: [{ path: "to", message: "Needed." }] });
  const message = { ...answered, from: { name: answered.fromName, address: answered.fromAddress } };
  const usual = replyRecipients({ message, ownAddresses: allOwnAddresses(store().read), all: false });
  return { to: usual.to, cc: [...usual.cc, ...cc], bcc };
}
