import { addActivity } from "#db/queries/outbox/add-activity";
import { addTag, dropTag, keywordsOfAccount, raiseVersion } from "#db/queries/tags/tag-news";
import type { Db } from "#db/dialect/sqlite";
import { now } from "#server/clock";

/** Keywords and labels that somebody put on a mail of a conversation, or took off it, on the server. */
export type KeywordNews = { conversationId: number; added: readonly string[]; removed: readonly string[] };

/**
 * A keyword that stands for a tag tags its conversation here, and takes the tag off when no mail there carries it any more. Nothing is
 * sent to a server for that: what came from one is not told to another, so no change goes round in circles.
 * @param isHistory what was always so is no news of a conversation
 */
export async function applyTags(
  tx: Db,
  accountId: number,
  news: readonly KeywordNews[],
  isHistory: boolean,
): Promise<void> {
  const told = news.filter(({ added, removed }) => added.length + removed.length > 0);
  if (told.length === 0) return;
  const known = keywordsOfAccount(tx, accountId);
  for (const { conversationId, added, removed } of known.length > 0 ? told : []) {
    const here = lowerCased(added);
    const gone = lowerCased(removed);
    for (const mapping of known) {
      const isTagged = here.has(mapping.keyword) && addTag(tx, conversationId, mapping.tagId);
      const isUntagged = gone.has(mapping.keyword) && dropTag(tx, conversationId, mapping);
      if (!isTagged && !isUntagged) continue;
      raiseVersion(tx, conversationId);
      const kind = isTagged ? ("tagged" as const) : ("untagged" as const);
      const activity = { conversationId, agentId: null, kind, data: { tagId: mapping.tagId }, createdAt: now() };
      if (!isHistory) await addActivity(tx, activity);
    }
  }
}

const lowerCased = (words: readonly string[]) => new Set(words.map((word) => word.toLowerCase()));

/** What one list of words has and another has not, whatever their case. */
export function newsBetween(before: readonly string[], after: readonly string[]) {
  const [was, is] = [lowerCased(before), lowerCased(after)];
  return {
    added: after.filter((word) => !was.has(word.toLowerCase())),
    removed: before.filter((word) => !is.has(word.toLowerCase())),
  };
}
