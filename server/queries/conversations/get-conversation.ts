import { activitiesOfConversation, notesOfConversation } from "#db/queries/conversations/conversation-history";
import { findConversation } from "#db/queries/conversations/find-conversation";
import type { Activity, ConversationDetail, Note } from "#lib/contracts/conversation";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";
import { presentConversations } from "./present-conversations.ts";
import { presentMessages } from "./present-messages.ts";

/** One conversation with everything to read in it; one that was merged is answered with the one it was merged into, under that id. */
export async function getConversation(agent: Agent, conversationId: number): Promise<ConversationDetail> {
  const db = store().read;
  const found = await findConversation(db, agent.inboxIds, conversationId);
  const [conversation] = found ? await presentConversations(db, agent.inboxIds, [{ conversationId: found.id }]) : [];
  if (!conversation) throw new AppError("not_found", "There is no such conversation.");
  const notes = await notesOfConversation(db, agent.inboxIds, conversation.id);
  const activity = await activitiesOfConversation(db, conversation.id);
  return {
    ...conversation,
    messages: await presentMessages(db, agent.inboxIds, conversation.id),
    notes: notes.map(presentNote),
    activity: activity.map(presentActivity),
  };
}

type NoteRow = Awaited<ReturnType<typeof notesOfConversation>>[number];
type ActivityRow = Awaited<ReturnType<typeof activitiesOfConversation>>[number];

function presentNote({ id, text, authorId, authorName, createdAt }: NoteRow): Note {
  return { id, text, author: personOf(authorId, authorName), createdAt: createdAt.toISOString() };
}

function presentActivity({ id, kind, data, agentId, agentName, createdAt }: ActivityRow): Activity {
  return { id, kind, data, agent: personOf(agentId, agentName), createdAt: createdAt.toISOString() };
}

function personOf(id: number | null, name: string | null): { id: number; name: string } | null {
  return id === null ? null : { id, name: name ?? "" };
}
