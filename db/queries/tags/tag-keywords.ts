import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { accounts, conversationInboxes, folders, tagKeywords } from "../../schema/index.ts";

export type TagKeyword = { inboxId: number; tagId: number; keyword: string };

export async function keywordsOfInbox(db: Db, inboxId: number): Promise<TagKeyword[]> {
  return db.select().from(tagKeywords).where(eq(tagKeywords.inboxId, inboxId));
}

/** What the inboxes that hold something of a conversation call these tags on their servers. */
export async function keywordsOfTags(db: Db, conversationId: number, tagIds: number[]): Promise<TagKeyword[]> {
  if (tagIds.length === 0) return [];
  return db
    .select({ inboxId: tagKeywords.inboxId, tagId: tagKeywords.tagId, keyword: tagKeywords.keyword })
    .from(tagKeywords)
    .innerJoin(conversationInboxes, eq(conversationInboxes.inboxId, tagKeywords.inboxId))
    .where(and(eq(conversationInboxes.conversationId, conversationId), inArray(tagKeywords.tagId, tagIds)));
}

export async function replaceKeywords(tx: Db, inboxId: number, rows: Omit<TagKeyword, "inboxId">[]): Promise<void> {
  await tx.delete(tagKeywords).where(eq(tagKeywords.inboxId, inboxId));
  if (rows.length > 0) await tx.insert(tagKeywords).values(rows.map((row) => ({ ...row, inboxId })));
}

/** What hinders an inbox's accounts from keeping tags: how they are connected, and whether a folder of theirs keeps no keywords. */
export async function keywordKeepers(db: Db, inboxId: number) {
  const rows = await db
    .select({
      accountId: accounts.id,
      name: accounts.name,
      mode: accounts.mode,
      role: folders.role,
      keepsKeywords: folders.keepsKeywords,
    })
    .from(accounts)
    .leftJoin(folders, and(eq(folders.accountId, accounts.id), eq(folders.selectable, true)))
    .where(eq(accounts.inboxId, inboxId));
  return [...Map.groupBy(rows, (row) => row.accountId).values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const inbox = [first, ...others].find((row) => row.role === "inbox");
    return [
      { accountId: first.accountId, name: first.name, mode: first.mode, keepsKeywords: inbox?.keepsKeywords ?? null },
    ];
  });
}
