import type { QueryClient } from "@tanstack/react-query";
import type { ConversationDetail } from "../contracts/conversation.ts";
import type { Me } from "../contracts/agent.ts";
import { send } from "./api.ts";
import { keys } from "./keys.ts";

/** Shows the note at once; when it cannot be stored it goes away again and the caller is told. */
export async function addNote(client: QueryClient, conversationId: number, text: string): Promise<void> {
  const queryKey = keys.conversation(conversationId);
  const me = client.getQueryData<Me>(keys.me);
  const note = {
    // No stored note has a negative id; the next reading brings the real one.
    id: -Date.now(),
    text,
    author: me ? { id: me.id, name: me.name } : null,
    createdAt: new Date().toISOString(),
  };
  client.setQueryData<ConversationDetail>(queryKey, (now) => now && { ...now, notes: [...now.notes, note] });
  try {
    await send("POST", `/api/conversations/${conversationId}/notes`, { text });
  } finally {
    await client.invalidateQueries({ queryKey });
  }
}
