import { allTags } from "#db/queries/conversations/tag-rows";
import type { Tag } from "#lib/contracts/conversation";
import type { Page } from "#lib/contracts/paging";
import { store } from "../../store.ts";

/** By name; tags are the whole workspace's. */
export async function listTags(): Promise<Page<Tag>> {
  return { items: await allTags(store().read), nextCursor: null };
}
