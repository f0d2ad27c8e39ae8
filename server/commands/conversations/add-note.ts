import { addNoteRow, mainInboxOf, membersOfConversation } from "#db/queries/conversations/change-conversation";
import type { Note } from "#lib/contracts/conversation";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { actOnConversation } from "./act-on-conversation.ts";
import { mentionedAgents } from "./mentioned-agents.ts";

/** Written for colleagues only: a note lies in no mail. */
export async function addNote(agent: Agent, conversationId: number, text: string): Promise<Note> {
  let note: Note | undefined;
  await actOnConversation(agent, conversationId, async ({ tx, conversation, at }) => {
    const inboxId = await mainInboxOf(tx, agent.inboxIds, conversation.id);
    if (inboxId === undefined) throw new AppError("not_found", "There is no such conversation.");
    const id = await addNoteRow(tx, {
      conversationId: conversation.id,
      inboxId,
      authorId: agent.id,
      text,
      mentionedAgentIds: mentionedAgents(text, await membersOfConversation(tx, conversation.id)),
      createdAt: at,
    });
    note = { id, text, author: { id: agent.id, name: agent.name }, createdAt: at.toISOString() };
    return true;
  });
  if (!note) throw new Error("A note that was written has a row.");
  return note;
}
