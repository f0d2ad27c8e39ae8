import {
  addTags,
  existingTagIds,
  removeTags,
  tagIdsOfConversation,
} from "#db/queries/conversations/change-conversation";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { actOnConversation } from "./act-on-conversation.ts";
import { wishKeywords } from "./wish-keywords.ts";

/** Gives it these tags and no others. */
export async function setTags(agent: Agent, conversationId: number, tagIds: number[]): Promise<void> {
  await actOnConversation(agent, conversationId, async (act) => {
    const { tx, conversation, record } = act;
    const before = new Set(await tagIdsOfConversation(tx, conversation.id));
    const after = new Set(await existingTagIds(tx, tagIds));
    if (tagIds.some((tagId) => !after.has(tagId))) {
      const message = "One of these tags no longer exists.";
      throw new AppError("invalid", message, { issues: [{ path: "tagIds", message }] });
    }
    const added = [...after].filter((tagId) => !before.has(tagId));
    const removed = [...before].filter((tagId) => !after.has(tagId));
    await addTags(tx, conversation.id, added);
    await removeTags(tx, conversation.id, removed);
    await wishKeywords(act, { added, removed });
    for (const tagId of added) record("tagged", { tagId });
    for (const tagId of removed) record("untagged", { tagId });
    return added.length + removed.length > 0;
  });
}
