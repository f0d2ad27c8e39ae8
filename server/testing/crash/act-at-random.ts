import { randomUUID } from "node:crypto";
import type { Agent } from "../../auth/agent.ts";
import { moveConversation } from "../../commands/conversations/move-conversation.ts";
import { setFlagged } from "../../commands/conversations/set-flagged.ts";
import { setSeen } from "../../commands/conversations/set-seen.ts";
import { queueReply } from "../../commands/sends/queue-reply.ts";
import { isAppError } from "../../errors.ts";
import { listConversations } from "../../queries/conversations/list-conversations.ts";

type Random = { next(): number; pick<T>(items: readonly T[]): T };

/**
 * One act of an agent on some conversation: seen, flag, move or reply.
 * @returns the Message-ID that was promised, when it was a reply
 */
export async function actAtRandom(agent: Agent, random: Random): Promise<string | undefined> {
  const { items } = await listConversations(agent, { view: "all", limit: 50, sort: "newest" });
  if (items.length === 0) return undefined;
  const { id } = random.pick(items);
  try {
    return await act(agent, id, random);
  } catch (error) {
    // Another act or the sync was there first: an agent would be told, and go on.
    if (isAppError(error)) return undefined;
    throw error;
  }
}

async function act(agent: Agent, id: number, random: Random): Promise<string | undefined> {
  const dice = random.next();
  if (dice < 0.25) await setSeen(agent, id, random.next() < 0.5);
  else if (dice < 0.45) await setFlagged(agent, id, random.next() < 0.5);
  else if (dice < 0.7)
    await moveConversation(agent, id, { role: random.pick(["inbox", "archive", "trash", "junk"] as const) });
  else {
    const body = { text: "We are looking into it.", to: [{ name: "", address: "customer@customer.test" }] };
    return (await queueReply(agent, id, { ...body, idempotencyKey: randomUUID(), undoMs: 0 })).internetMessageId;
  }
  return undefined;
}
