import { findMessage } from "#db/queries/conversations/message-content";
import { findAttachments } from "#db/queries/conversations/attachment-rows";
import type { Db } from "#db/dialect/sqlite";
import { sendingAccounts, subjectsSentSince } from "#db/queries/outbox/reply-context";
import type { EventAnswer, FoundEvent } from "#lib/contracts/event";
import { eventAnswers } from "#lib/contracts/event";
import { answerSubject } from "#lib/mail/answer-subject";
import { invitedAccount } from "#lib/mail/invited-account";
import { isCalendar } from "#lib/files/file-kind";
import type { Agent } from "../../auth/agent.ts";
import { readBlob } from "../../blobs.ts";
import { AppError } from "../../errors.ts";
import type { ParsedEvent } from "../../mime/event/parse-event.ts";
import { inPool } from "../../pool.ts";
import { store } from "../../store.ts";

/** The event that a message brings, if its calendar part is here and can be read. */
export async function getEvent(agent: Agent, messageId: number): Promise<FoundEvent> {
  const { read } = store();
  const message = await findMessage(read, agent.inboxIds, messageId);
  if (!message) throw new AppError("not_found", "There is no such message.");
  const file = (await findAttachments(read, agent, messageId)).find(isCalendar);
  if (!file?.blob) return { event: null };
  const parsed = await inPool<ParsedEvent | null>("parseEvent", await readBlob(file.blob)).catch(() => null);
  if (!parsed) return { event: null };
  const account = invitedAccount(await sendingAccounts(read, agent.inboxIds), parsed.attendees);
  const answer = await answerGiven(read, message, parsed.title);
  const canAnswer = (parsed.kind === "invitation" || parsed.kind === "update") && parsed.organizer !== null;
  const answerAs = canAnswer ? (account?.emailAddress ?? "") : "";
  return { event: { ...parsed, attachmentId: file.id, answerAs, answer } };
}

type Invitation = { conversationId: number; receivedAt: Date };

/** By the subject of our latest answer, which is the same whichever program sent it. */
async function answerGiven(db: Db, invitation: Invitation, title: string): Promise<EventAnswer | null> {
  const subjects = await subjectsSentSince(db, invitation.conversationId, invitation.receivedAt);
  for (const subject of subjects) {
    const answer = eventAnswers.find((one) => answerSubject(one, title) === subject);
    if (answer) return answer;
  }
  return null;
}
