import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "#db/dialect/sqlite";
import { refreshConversations } from "#db/queries/refresh-conversations";
import { conversationInboxes, conversations, folders, placementLabels, placements } from "#db/schema/index";
import { store } from "../store.ts";

const isLabelled = (db: Db, folderId: number) =>
  inArray(
    placements.id,
    db.select({ id: placementLabels.placementId }).from(placementLabels).where(eq(placementLabels.folderId, folderId)),
  );

/** What the counts that are kept by the way say wrongly, by counting anew; empty when all are right. */
export async function miscounts(): Promise<string[]> {
  const db = store().read;
  const wrong: string[] = [];
  for (const folder of await db.select().from(folders)) {
    const count = await db.$count(
      placements,
      and(
        folder.label === null ? eq(placements.folderId, folder.id) : isLabelled(db, folder.id),
        isNull(placements.missingSince),
      ),
    );
    if (count !== folder.storedCount) wrong.push(`${folder.path} holds ${count}, says ${folder.storedCount}`);
  }
  const before = await db.select().from(conversationInboxes);
  const ids = (await db.select({ id: conversations.id }).from(conversations)).map((row) => row.id);
  await store().write((tx) => refreshConversations(tx, ids));
  const key = (row: (typeof before)[number]) => `conversation ${row.conversationId} in inbox ${row.inboxId}`;
  const after = new Map((await db.select().from(conversationInboxes)).map((row) => [key(row), JSON.stringify(row)]));
  for (const row of before) if (after.get(key(row)) !== JSON.stringify(row)) wrong.push(key(row));
  if (before.length !== after.size) wrong.push(`${before.length} rows of conversations, counted anew ${after.size}`);
  return wrong;
}
