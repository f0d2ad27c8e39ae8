import { keywordKeepers, keywordsOfInbox } from "#db/queries/tags/tag-keywords";
import type { TagKeywords } from "#lib/contracts/tag-keyword";
import type { Agent } from "#server/auth/agent";
import { store } from "#server/store";
import { readInbox } from "./read-inbox.ts";

/** Which tags an inbox keeps on its servers, and what hinders that. */
export async function readTagKeywords(agent: Agent, inboxId: number): Promise<TagKeywords> {
  await readInbox(agent, inboxId);
  const keywords = await keywordsOfInbox(store().read, inboxId);
  const keepers = await keywordKeepers(store().read, inboxId);
  return {
    keywords: keywords.map(({ tagId, keyword }) => ({ tagId, keyword })),
    accounts: keepers.map(({ accountId: id, name, mode, keepsKeywords }) => ({
      id,
      name,
      problem: mode === "read-only" ? "read-only" : keepsKeywords === false ? "no-keywords" : null,
    })),
  };
}
