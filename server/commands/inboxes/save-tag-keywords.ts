import { listInboxRows } from "#db/queries/agents/inboxes";
import { existingTagIds } from "#db/queries/conversations/change-conversation";
import { placesOfConversation } from "#db/queries/conversations/act-places";
import { refreshConversations } from "#db/queries/refresh-conversations";
import { keywordsOfInbox, replaceKeywords, type TagKeyword } from "#db/queries/tags/tag-keywords";
import { addTag, conversationsWithKeyword, conversationsWithTag, raiseVersion } from "#db/queries/tags/tag-news";
import type { SaveTagKeywords } from "#lib/contracts/tag-keyword";
import type { Agent } from "#server/auth/agent";
import { can } from "#server/auth/policies";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";
import { store } from "#server/store";
import { wishKeyword } from "../conversations/wish-keywords.ts";

const chunkMax = 100;

/** Which tags an inbox keeps on its servers. What carries a new keyword there is tagged here, and what is tagged here gets it there. */
export async function saveTagKeywords(agent: Agent, inboxId: number, { keywords }: SaveTagKeywords): Promise<void> {
  if (!can(agent, "inboxes.manage", null)) throw new AppError("forbidden", "Only admins change inboxes.");
  const isKnown = (await listInboxRows(store().read)).some((inbox) => inbox.id === inboxId);
  if (!isKnown) throw new AppError("not_found", "There is no such inbox.");
  const before = await commit(async (tx, changed) => {
    const known = await existingTagIds(tx, keywords.map((one) => one.tagId)); // prettier-ignore
    if (keywords.some(({ tagId }) => !known.includes(tagId))) {
      const message = "One of these tags no longer exists.";
      throw new AppError("invalid", message, { issues: [{ path: "keywords", message }] });
    }
    const former = await keywordsOfInbox(tx, inboxId);
    await replaceKeywords(tx, inboxId, keywords);
    changed({ type: "inbox.changed", inboxId, inboxIds: [inboxId] });
    return former;
  });
  const isNew = (one: { tagId: number; keyword: string }) =>
    !before.some(({ tagId, keyword }) => tagId === one.tagId && keyword.toLowerCase() === one.keyword.toLowerCase());
  for (const one of keywords.filter(isNew)) await bringTogether({ ...one, inboxId });
}

/** Both ways, in pieces, so that nobody's click waits. */
async function bringTogether({ inboxId, tagId, keyword }: TagKeyword): Promise<void> {
  const tagged = (after: number) => conversationsWithTag(store().read, inboxId, tagId, after, chunkMax);
  await inPieces(tagged, async (ids) =>
    commit(async (tx, changed) => {
      for (const conversationId of ids) {
        const places = (await placesOfConversation(tx, [inboxId], conversationId)).filter(
          (one) => one.mode === "two-way",
        );
        await wishKeyword({ tx, at: now(), changed }, places, { inboxId, keyword }, true);
      }
    }),
  );
  const carrying = (after: number) => conversationsWithKeyword(store().read, inboxId, keyword, after, chunkMax);
  await inPieces(carrying, async (ids) =>
    commit(async (tx, changed) => {
      const added = ids.filter((conversationId) => addTag(tx, conversationId, tagId));
      for (const conversationId of added) raiseVersion(tx, conversationId);
      for (const [conversationId, inboxIds] of await refreshConversations(tx, added))
        changed({ type: "conversation.changed", conversationId, inboxIds });
    }),
  );
}

async function inPieces(next: (after: number) => number[], work: (ids: number[]) => Promise<void>): Promise<void> {
  let after = 0;
  for (let ids = next(after); ids.length > 0; ids = next(after)) {
    await work(ids);
    after = ids.at(-1) ?? after;
  }
}
